package broadsheet.web.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import broadsheet.address.TimelineMeasure;
import broadsheet.address.UnknownNames;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.Timeline.Unit;
import broadsheet.operation.ArchiveOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendParametersTest {

  @Test
  void whatIsGivenIsRead() {
    TrendParameters read =
        read("q=oil&q=&q=+wheat&q=oil&measure=share&unit=week&from=1987-02-01&source=A&source=B");
    assertThat(read.queries()).containsExactly("oil", " wheat");
    assertThat(read.measure()).isEqualTo(TimelineMeasure.SHARE);
    assertThat(read.unit()).contains(Unit.WEEK);
    assertThat(read.filters().from()).isPresent();
    assertThat(read.filters().values().get(FacetField.SOURCE)).containsExactly("A", "B");
  }

  @Test
  void nothingNeedBeGiven() {
    TrendParameters none = read("");
    assertThat(none)
        .isEqualTo(
            new TrendParameters(
                List.of(), TimelineMeasure.COUNT, Optional.empty(), none.filters()));
    assertThat(none.filters().isEmpty()).isTrue();
    assertThat(read("unit=auto&measure=count&from=&to=+")).isEqualTo(none);
  }

  @Test
  void theAddressComesBack() {
    String address =
        "q=a+%26+b&q=%22c%22&measure=share&unit=day&source=A%3D1&topic=t&from=1987-02-01&to=1987-03-01";
    assertThat(read(address).toQueryString().after("/trends")).isEqualTo("/trends?" + address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "q=1&q=2&q=3&q=4&q=5&q=6&q=7 | q takes any text and may be given at most 6 times, not 7.",
        "measure=height | measure takes count or share, not “height”.",
        "unit=hour | unit takes auto, day, week, month or year, not “hour”.",
        "from=yesterday | from takes a calendar day such as 2023-06-18, not “yesterday”.",
        "from=2020-01-02&to=2020-01-01 | from must not be later than to",
        "unit=day&unit=week | unit is given 2 times, but takes one value.",
        "measure=x&unit=y | not “x”. unit takes"
      })
  void whatIsWrongIsNamedWithWhatItTakes(String address, String complaint) {
    assertThatThrownBy(() -> read(address))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void namesThatDoNothingAreTold() {
    QueryString given =
        QueryString.parse("q=a&page=2&souce=A&utm_x=1&unit=day&measure=share&souce=B");
    assertThat(UnknownNames.notes(given, ArchiveOperation.TRENDS))
        .containsExactly("Ignored “page” in the link", "Ignored “souce” in the link");
  }

  @Test
  void eachHasARowInTheDocumentation() throws IOException {
    String page = Files.readString(Path.of("docs", "http-api.md"));
    assertThat(page)
        .contains(
            "\n| `measure` | `count`", "| `count` |\n| `unit` | `auto`, `day`, `week`, `month` or");
  }

  private static TrendParameters read(String address) {
    return TrendParameters.of(QueryString.parse(address));
  }
}
