package broadsheet.corpus;

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
