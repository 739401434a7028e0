package broadsheet.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import broadsheet.operation.ArchiveOperation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnknownNamesTest {

  private static final int MANY = 5_000;

  @Test
  void tenAreNamedAndTheRestCounted() {
    List<String> notes = notes(many("name%s=x"));
    assertThat(notes).hasSize(11);
    assertThat(notes.getFirst()).isEqualTo("Ignored “name0” in the link");
    assertThat(notes.getLast()).isEqualTo("Ignored 4990 more names in the link");
    assertThat(notes("a=1&b=2&a=3&q=x")).hasSize(2);
    assertThat(notes(many("name%s=x", 11)).getLast()).isEqualTo("Ignored 1 more name in the link");
  }

  @Test
  void onlyNamesThatMeanNothingAreTold() {
    assertThat(notes("q=x&source=y&utm_campaign=z&fbclid=w")).isEmpty();
    assertThat(notes("q=x&pagesize=5")).containsExactly("Ignored “pagesize” in the link");
  }

  @Test
  void longNameIsCut() {
    assertThat(notes("x".repeat(MANY) + "=1").getFirst()).hasSizeLessThan(150);
  }

  @Test
  void tenWrongValuesAreToldAndTheRestCounted() {
    QueryString given = QueryString.parse(many("year=y%s"));
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> SearchParameters.of(given))
        .satisfies(
            refusal ->
                assertThat(refusal.problem().detail())
                    .hasSizeLessThan(2_000)
                    .endsWith(" And 4990 more."));
  }

  private static String many(String pair) {
    return many(pair, MANY);
  }

  private static String many(String pair, int count) {
    return IntStream.range(0, count).mapToObj(pair::formatted).collect(Collectors.joining("&"));
  }

  private static List<String> notes(String query) {
    return UnknownNames.notes(QueryString.parse(query), ArchiveOperation.SEARCH);
  }
}
