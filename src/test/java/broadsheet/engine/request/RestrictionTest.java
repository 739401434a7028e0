package broadsheet.engine.request;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.query.CanonicalText;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each limit of a search can be left out alone. */
class RestrictionTest {

  private static QueryNode parsed(String text) {
    return QueryParser.parse(text, LocalDate.EPOCH).root();
  }

  private static List<String> without(String query) {
    return Restriction.of(parsed(query), Filters.none()).stream()
        .map(each -> each.name() + ": " + CanonicalText.of(each.query()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ferry source:Post | source:Post: ferry",
        "ferry AND (date:2020 AND storm) | the dates: ferry AND storm",
        "ferry date:2020 date:2021 | the dates: ferry",
        "ferry words:>=500 | words:>=500: ferry",
        "ferry source:Post furniture:show | source:Post: ferry furniture:show",
      })
  void aFieldOrARangeInTheQueryIsOne(String query, String expected) {
    assertThat(without(query)).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "source:Post",
    "source:Post furniture:show",
    "ferry furniture:show",
    "ferry",
    "title:ferry",
    "ferry OR source:Post",
    "ferry -source:Post"
  })
  void whatIsSearchedForIsNone(String query) {
    assertThat(without(query)).isEmpty();
  }

  @Test
  void datesInTheQueryAndBesideItAreOne() {
    Filters beside =
        Filters.none()
            .between(Optional.of(LocalDate.EPOCH), Optional.empty())
            .with(FacetField.SOURCE, List.of("Post"));
    List<Restriction> all = Restriction.of(parsed("ferry date:2020"), beside);
    assertThat(all).extracting(Restriction::name).containsExactly("the dates", "source:Post");
    assertThat(all.getFirst().query()).isEqualTo(parsed("ferry"));
    assertThat(all.getFirst().filters())
        .isEqualTo(beside.between(Optional.empty(), Optional.empty()));
    assertThat(all.getLast().filters()).isEqualTo(beside.without(FacetField.SOURCE));
  }
}
