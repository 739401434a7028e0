package broadsheet.query;

import static broadsheet.query.Trees.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A note states each deviation from the typed text; the rest is read as typed. */
class NotesOfRepairsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "date:\"no day\" # `date:no day` is not a date; it was searched as text",
        "words:\"many\" # `words:many` is not a number; it was searched as text",
        "after:[2020 TO 2021] # `after:[2020 TO 2021]` is not a date; it was searched as text",
        "[* TO *] # `*` alone was left out: every article has it",
        "cocoa AND title: # `title:` had nothing right after it; searched as a word",
        "OR cocoa # `OR` applied to nothing and was left out",
        "(AND cocoa) # `AND` applied to nothing and was left out",
        "cocoa^ # `^` without a number was left out",
        "cocoa~1.5 # `~1.5` was read as `~2`, the largest allowed",
        "ab:cd # `ab` is not a field; `ab:cd` was searched as text"
      })
  void repairIsNoted(String text, String note) {
    assertThat(parsed(text).notes()).containsExactly(note);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "\"spy balloon\"-talks # “spy balloon” and talks",
        "\"spy balloon\" -talks # “spy balloon” without talks",
        "(spy)-talks # spy and talks",
        "id:abc # id: abc",
        "id:-abc # id: -abc",
        "cocoa id:+abc # cocoa and (id: +abc)",
        "id:!^2 # id: !^2",
        "id:* # id: anything",
        "title:*^2 cocoa # (in the title: anything) (counted 2×) and cocoa",
        "date:*..* # of any known date",
        "date:[2020 TO 2021] # published 2020-01-01 to 2021-12-31",
        "quality:>80 # scan quality at least 81%",
        "quality:80..90 # scan quality 80 to 90%",
        "quality:* # of known scan quality",
        "a:cd # a:cd",
        "10:30 # 10:30",
        "cocoa~2 # words spelt like cocoa (2 changes)"
      })
  void whatIsReadAsTypedIsNotNoted(String text, String reading) {
    ParsedQuery query = parsed(text);
    assertThat(query.reading()).isEqualTo(reading);
    assertThat(query.notes()).isEmpty();
    assertThat(parsed(CanonicalText.of(query.root())).root()).isEqualTo(query.root());
  }

  @Test
  void operatorInRunningTextIsAWordOfTheQuery() {
    String text = "The bridge was closed for ten months. It is NOT open yet and nobody knows why";
    assertThat(parsed(text).root().toString()).contains("Word[text=NOT]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "bl # false # true",
        "prime m # true # true",
        "  prime   m # true # true",
        "x OR prime m # true # false",
        "\"spy b # true # true",
        "x \"spy b # true # false"
      })
  void openEndKnowsWhatIsBeforeIt(String text, boolean hasContext, boolean isWholeQuery) {
    OpenEnd end = OpenEnd.of(text).orElseThrow();
    assertThat(end.hasContext()).isEqualTo(hasContext);
    assertThat(end.isWholeQuery()).isEqualTo(isWholeQuery);
  }
}
