package broadsheet.corpus.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageBylineTest {
  @ParameterizedTest
  @CsvSource({
    "'By Ada Rivers | June 18, 2023', 'Ada Rivers'",
    "'Ada Rivers June 18, 2023', 'Ada Rivers'",
    "'Ada Rivers and Tom Field', 'Ada Rivers;Tom Field'",
    "'ADA RIVERS, AP Science Writer', 'ADA RIVERS'",
    "'Ada Rivers, MS, RDN', 'Ada Rivers'",
    "'AP', 'AP'",
    "'Von Ada Rivers und Tom Field', 'Ada Rivers;Tom Field'",
    "'Ada Rivers, Tom Field og Kim Hill', 'Ada Rivers;Tom Field;Kim Hill'",
    "'Mac & i', 'Mac & i'",
    "'Ada Rivers & Tom Field', 'Ada Rivers;Tom Field'",
    "'記者王小明／台北報導', '王小明'",
    "'【記者李四、王小明／台北報導】', '李四;王小明'",
    "'文：王小明、李四', '王小明;李四'",
    "'山田太郎、鈴木 花子', '山田太郎;鈴木 花子'",
    "'홍길동 기자 gildong@mail.example', '홍길동'",
    "'홍길동, 김영희 기자', '홍길동;김영희'",
    "'홍길동·김영희 기자', '홍길동;김영희'",
    "'[서울=한강뉴스] 홍길동 기자', '홍길동'",
    "'【山田太郎】', '山田太郎'",
    "'川端新聞 山田太郎', '山田太郎'",
    "'本报记者 王小明 李四', '王小明;李四'",
    "'Ana Pérez y Luis Gómez', 'Ana Pérez;Luis Gómez'",
    "'Por Ana Pérez, Eva Sanz y Luis Gómez', 'Ana Pérez;Eva Sanz;Luis Gómez'",
    "'Ana Sousa e Rui Costa', 'Ana Sousa;Rui Costa'",
    "'Jan de Vries en Piet Jansen', 'Jan de Vries;Piet Jansen'",
    "'Анна Рекова и Иван Мостов', 'Анна Рекова;Иван Мостов'",
    "'Anna Joki ja Ville Silta', 'Anna Joki;Ville Silta'",
    "'Ana Pérez/Luis Gómez', 'Ana Pérez;Luis Gómez'",
    "'Texto: Ana Pérez', 'Ana Pérez'",
    "'Автор: Анна Рекова', 'Анна Рекова'",
    "'di Ada Rivers', 'Ada Rivers'",
    "'〔記者王小明／台北報導〕', '王小明'",
    "'José Ortega y Gasset', 'José Ortega y Gasset'",
    "'José Ortega y Gasset y Ana Pérez', 'José Ortega y Gasset;Ana Pérez'",
    "'Ana Costa e Silva', 'Ana Costa e Silva'",
    "'Ana Pérez y AFP', 'Ana Pérez'",
    "'Ada Rivers Email Bio Follow', 'Ada Rivers'",
    "'Artikel von: Ada Rivers', 'Ada Rivers'",
    "'Erstellt von Ada Rivers', 'Ada Rivers'",
    "'View author archive', ''",
    "'Twitter', ''",
    "'admin', ''",
    "'https://social.example/ada', ''",
    "'@ada', ''",
  })
  void namesAreTakenOutOfABylineAndNothingElse(String byline, String people) {
    assertThat(String.join(";", PageByline.people(List.of(byline)))).isEqualTo(people);
  }

  @Test
  void eachOfSeveralStringsIsAPerson() {
    assertThat(PageByline.people(List.of("Rivers, Ada", "Tom Field", "https://a.example")))
        .containsExactly("Rivers, Ada", "Tom Field");
  }
}
