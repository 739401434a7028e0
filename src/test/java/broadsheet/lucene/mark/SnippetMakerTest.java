package broadsheet.lucene.mark;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.MarkedText.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SnippetMakerTest {
  private static final String RISING =
      "The harbour 7\n\nThe harbour and the ice 18\n\nTrade by sea 29\n\n";
  private static final String DOTS = "The harbour and the ice .......... 18\n\n";
  private static final String SENTENCE = "In May the harbour was closed.";

  private static final MarkedText NO_HEADLINE = MarkedText.unmarked("");

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
        .of("en", NO_HEADLINE, List.of(new Passage.Source(body, "", List.of()))).stream()
            .map(MarkedText::text)
            .toList()
            .getLast();
  }

  /** The snippets for {@code harbour} of an article whose body has these lines. */
  private static List<MarkedText> underHeadline(String headline, String... lines) {
    String text = String.join("\n\n", lines);
    return new SnippetMaker()
        .of("en", harbours(headline), List.of(new Passage.Source(harbours(text), "", List.of())));
  }

  private static MarkedText harbours(String text) {
    return new MarkedText(
        text,
        Pattern.compile("(?i)harbour")
            .matcher(text)
            .results()
            .map(found -> new Mark(found.start(), found.end()))
            .toList());
  }

  @Test
  void sentenceThatRepeatsTheHeadlineIsPassedOver() {
    String upper = "HARBOUR “CLOSED” BY ICE.";
    assertThat(underHeadline("Harbour closed by ice", upper, "It froze.", SENTENCE))
        .containsExactly(harbours(SENTENCE));
    assertThat(
            underHeadline(
                "Harbour closed. Ice at pier", "Harbour closed.", "Ice at pier", SENTENCE))
        .containsExactly(harbours(SENTENCE));
    assertThat(underHeadline("Harbour closed by ice", upper, "“It froze.”", "It thawed."))
        .extracting(MarkedText::text)
        .containsExactly("“It froze.”");
    assertThat(underHeadline("Harbour closed by ice", upper)).containsExactly(harbours(upper));
  }

  @Test
  void sentenceThatOnlyBeginsLikeTheHeadlineIsShown() {
    String longer = "Harbour closed by ice for weeks.";
    assertThat(underHeadline("Harbour closed by ice", longer, "It thawed."))
        .containsExactly(harbours(longer));
    assertThat(underHeadline("—", SENTENCE)).containsExactly(harbours(SENTENCE));
  }

  @Test
  void onlyMatchIsShownEvenIfItRepeatsTheHeadline() {
    MarkedText body = harbours("Harbour closed by ice\n\nIt froze.");
    assertThat(
            new SnippetMaker()
                .of(
                    "en",
                    MarkedText.unmarked("Harbour closed by ice"),
                    List.of(new Passage.Source(body, "", List.of()))))
        .containsExactly(harbours("Harbour closed by ice"));
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
                    NO_HEADLINE,
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
