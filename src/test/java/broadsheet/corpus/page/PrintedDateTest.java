package broadsheet.corpus.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedDateTest {
  @ParameterizedTest
  @CsvSource({
    "'Posted on June 18, 2023 by Ada', 2023-06-18",
    "'Sunday 18th of June 2023', 2023-06-18",
    "'18. Juni 2023, 10:30 Uhr', 2023-06-18",
    "'Publié le 18 juin 2023', 2023-06-18",
    "'18 de junio de 2023', 2023-06-18",
    "'domingo, 18 de junho de 2023 às 20:13', 2023-06-18",
    "'18 июня 2023 г.', 2023-06-18",
    "'2023年6月18日', 2023-06-18",
    "'Updated: June 20, 2023 / Published: June 18, 2023', 2023-06-18",
    "'Last updated on June 20, 2023', ''",
    "'18 मई 2023', 2023-05-18",
    "'யூன் 20, ஜூன் 18, 2023', 2023-06-18",
    "'18 listopada 2023', ''",
    "'Stand: 18.6.2023, 10:30 Uhr', 2023-06-18",
    "'18. 06. 2023', 2023-06-18",
    "'18.16.2023', ''",
    "'6/7/2023', ''",
    "'In 1 second 2023 things happened', ''",
    "'18 June 20231', ''",
  })
  void dayIsFoundInALine(String line, String day) {
    assertThat(PrintedDate.in(line).orElse("")).isEqualTo(day);
  }
}
