package broadsheet.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningTextTest {

  private static ParsedQuery parsed(String text) {
    return QueryParser.parse(text, LocalDate.EPOCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The bridge was closed for ten months. It is NOT open yet and nobody knows why",
        "They said the harbour would be rebuilt by then! We waited AND waited for the money",
        "Output was NOT above five million in 1987. The ministry said it would rise AND fall later",
        "Is this where the old mill stood? NEAR the lock, says a neighbour of ours today",
        "What a night! The old song said !Ay, and the whole square sang on till dawn broke",
        "It was over! Nobody cheered ! They went home - quietly !indeed - and slept all day"
      })
  void capitalsInPastedTextAreWords(String text) {
    ParsedQuery query = parsed(text);

    assertThat(query.root()).isInstanceOf(QueryNode.Together.class);
    assertThat(query.root().toString()).doesNotContain("Not[", "AllOf", "Near[");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bridge NOT harbour",
        "bridge closed. Harbour NOT open",
        "Sen. Smith AND (tax OR budget OR deficit OR spending OR cuts) NOT Gov. Brown of the north",
        "(bomb! OR explo!) AND (terroris! OR attack!) AND (1987! OR 1988!) AND iraq NOT drill",
        "bomb! AND explo! AND terroris! AND attack! AND iraq AND oil AND war NOT drill",
        "(oil OR gas OR coal) AND (trade OR tariff) AND date:1987 NOT Gov. Brown of the north west",
        "one two three four five six seven eight nine ten eleven twelve NOT thirteen"
      })
  void capitalsInQueriesAreOperators(String text) {
    assertThat(parsed(text).root().toString()).contains("Not[");
  }

  @Test
  void exclamationMarksInPastedTextAreNeitherWildcardsNorExclusions() {
    ParsedQuery query =
        parsed(
            "What a night! The crowd said !Ay, Yahoo! and the whole square sang on till dawn"
                + " broke");

    assertThat(query.root().toString()).doesNotContain("Wildcard", "Not[");
    assertThat(query.notes()).contains("`!` in running text was left out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"The bridge was closed for ten months. It is NOT open yet and so on w/5 x"})
  void readingSaysSoAndCanonicalTextParsesBack(String text) {
    ParsedQuery query = parsed(text);

    assertThat(query.notes()).contains("`NOT` in running text was searched as a word");
    assertThat(parsed(CanonicalText.of(query.root())).root()).isEqualTo(query.root());
  }
}
