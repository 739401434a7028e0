package broadsheet.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.PublicationDate;
import broadsheet.article.PublicationDate.Origin;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates, spans, counts and links as pages print them. */
class PrintedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1987-02-26T15:01:01.79|26 February 1987, 15:01",
        "2023-06-18T23:30:00-05:00|18 June 2023, 23:30",
        "1987-02-26|26 February 1987",
        "2023-06|June 2023",
        "1963|1963"
      })
  void dateIsAsPreciseAsKnown(String iso, String printed) {
    assertThat(DateLabel.of(PublicationDate.stated(iso)).text()).isEqualTo(printed);
  }

  @Test
  void unknownDateIsUndated() {
    DateLabel date = DateLabel.of(PublicationDate.unknown());
    assertThat(date.text()).isEqualTo("undated");
    assertThat(date.isKnown()).isFalse();
  }

  @Test
  void dateNotStatedByTheArticleSaysWhereItIsFrom() {
    assertThat(DateLabel.of(new PublicationDate("2023", Origin.URL)).hint()).contains("address");
    assertThat(DateLabel.of(PublicationDate.stated("2023")).hint()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1963-01-01,2023-06-18,1963 – 2023",
    "1987-02-26,1987-10-19,February – October 1987",
    "2022-03-01,2022-03-25,March 2022",
    "2022-01-01,2022-12-31,2022",
    "2022-03-01,2022-03-01,1 March 2022"
  })
  void spanIsCoarse(LocalDate first, LocalDate last, String printed) {
    assertThat(new DayRange(first, last).printed()).isEqualTo(printed);
  }

  @Test
  void examplesAreDrawnFromAHeadlineWithoutItsCapitals() {
    assertThat(Example.drawnFrom(SampleWords.of("BANK AND TRADERS NOT AFRAID"), Optional.empty()))
        .extracting(Example::query)
        .contains("traders afraid", "title:traders", "trade*")
        .noneMatch(query -> query.contains("NOT") || query.contains("AND"));
    assertThat(Example.drawnFrom(SampleWords.of(""), Optional.empty())).isEmpty();
  }

  @Test
  void countsAreGrouped() {
    assertThat(FormattedCount.of(21578, "article")).isEqualTo("21,578 articles");
    assertThat(FormattedCount.of(1, "article")).isEqualTo("1 article");
  }
}
