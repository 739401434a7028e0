package broadsheet.corpus.page;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.corpus.Pages;
import broadsheet.corpus.Reading;
import broadsheet.corpus.date.DateReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageDateTest {
  /** A page's end of publication is no day of publication. */
  @Test
  void dayOfTheEndIsNotTheDayOfPublication(@TempDir Path folder) {
    String page =
        "<html><head><meta name=\"unpublish-date\""
            + " content=\"2020-05-06\"></head><body><h1>A</h1><p>"
            + Pages.FIRST
            + "</p></body></html>";
    assertThat(Reading.of(folder, "a.html", page).only().publishedAt().isKnown()).isFalse();
  }

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
