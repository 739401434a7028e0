package broadsheet.lucene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

  @Test
  void aTextFallsIntoItsSentences() {
    assertThat(in("One fell. Two stood! Did three? “Four did,” it said."))
        .containsExactly("One fell.", "Two stood!", "Did three?", "“Four did,” it said.");
  }

  @Test
  void abbreviationsAndInitialsEndNoSentence() {
    assertThat(in("Gov. Harbour met Mr. Lake in the U.S. Capitol on Jan. 5. J. P. Field did not."))
        .containsExactly(
            "Gov. Harbour met Mr. Lake in the U.S. Capitol on Jan. 5.", "J. P. Field did not.");
  }

  @Test
  void aLineBreakEndsASentence() {
    assertThat(in("A line without a stop\nAnother line"))
        .containsExactly("A line without a stop", "Another line");
  }

  @Test
  void theSentencesAroundAStretchAreWhole() {
    String text = "First here. Second is there. Third as well.\nFourth is apart.";
    int at = text.indexOf("there. Third");
    assertThat(Sentences.around(text, at, at + "there. Third".length()))
        .extracting(s -> text.substring(s.start(), s.end()))
        .containsExactly("Second is there.", "Third as well.");
  }

  private static List<String> in(String text) {
    return Sentences.in(text, 0, text.length()).stream()
        .map(s -> text.substring(s.start(), s.end()))
        .toList();
  }
}
