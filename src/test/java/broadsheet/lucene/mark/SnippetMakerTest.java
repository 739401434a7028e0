package broadsheet.lucene.mark;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.MarkedText.Mark;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetMakerTest {
  private static final String RISING =
      "The harbour 7\n\nThe harbour and the ice 18\n\nTrade by sea 29\n\n";
  private static final String DOTS = "The harbour and the ice .......... 18\n\n";
  private static final String SENTENCE = "In May the harbour was closed.";

  private static String best(String text) {
    List<Mark> marks = new ArrayList<>();
    for (String word : List.of("harbour", "ice")) {
      for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        marks.add(new Mark(at, at + word.length()));
      }
    }
    marks.sort(java.util.Comparator.comparingInt(Mark::start));
    MarkedText body = new MarkedText(text, marks);
    return new SnippetMaker()
        .of("en", List.of(new Passage.Source(body, "", List.of()))).stream()
            .map(MarkedText::text)
            .toList()
            .getLast();
  }

  @Test
  void lineOfATableOfContentsIsNotTheBestSnippet() {
    assertThat(best(RISING + SENTENCE)).isEqualTo(SENTENCE);
    assertThat(best(DOTS + SENTENCE)).isEqualTo(SENTENCE);
  }

  @Test
  void tableOfContentsIsShownWhereNothingElseMatches() {
    assertThat(best(DOTS + "In May it rained.")).contains("The harbour and the ice");
  }

  @Test
  void sentenceThatEndsWithANumberIsNoLineOfATableOfContents() {
    String text = "The harbour froze in the ice of 1931\n\nIt thawed later.\n\n" + SENTENCE;
    assertThat(
            new SnippetMaker()
                .of(
                    "en",
                    List.of(
                        new Passage.Source(
                            new MarkedText(text, List.of(new Mark(4, 11), new Mark(25, 28))),
                            "",
                            List.of()))))
        .first()
        .extracting(MarkedText::text)
        .asString()
        .contains("1931");
    assertThat(ContentsEntry.isAt(text, 0)).isFalse();
  }
}
