package broadsheet.corpus.page;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.corpus.Reading;
import broadsheet.corpus.date.DateReader;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageDateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Updated June 18, 2023 | ''",
        "Aktualisiert: 18.06.2023 | ''",
        "June 18, 2023 | 2023-06-18",
        "Published June 18, 2023 | 2023-06-18",
      })
  void dayOfAChangeIsNotTheDayOfPublication(String stated, String iso) {
    DateReader dates = new DateReader(Reading.TODAY);
    assertThat(PageDate.of(List.of(stated), "", dates).date().iso()).isEqualTo(iso);
  }
}
