package broadsheet.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongParagraphsTest {
  private static final String SENTENCE = "The harbour board hears “objections.” ";

  private static Article article(String... paragraphs) {
    return Article.withId("minutes").title("Minutes").paragraphs(List.of(paragraphs)).build();
  }

  private static List<String> divided(String text) {
    return LongParagraphs.divided(article(text)).paragraphs();
  }

  @Test
  void aLongParagraphIsDividedAtTheEndsOfSentencesAndNoOffsetMoves() {
    String text = SENTENCE.repeat(30_000).strip();
    List<String> pieces = divided(text);
    assertThat(pieces).hasSizeGreaterThan(10);
    assertThat(pieces).allMatch(piece -> piece.endsWith(".”") && piece.length() < 90_000);
    assertThat(String.join(" ", pieces)).isEqualTo(text);
  }

  @Test
  void withoutSentencesItIsDividedAtBlanksAndWithoutBlanksNotAtAll() {
    String words = "harbour ".repeat(30_000).strip();
    assertThat(divided(words)).hasSize(3).allMatch(piece -> piece.endsWith("harbour"));
    String long1 = "x".repeat(200_000);
    assertThat(divided(long1 + " " + long1)).containsExactly(long1, long1);
    assertThat(divided(long1)).containsExactly(long1);
    assertThat(divided("é ".repeat(40_000))).hasSize(2);
  }

  @Test
  void shortParagraphsStayAsTheyAre() {
    Article article = article(SENTENCE.repeat(2_000).strip(), "The end.");
    assertThat(LongParagraphs.divided(article)).isEqualTo(article);
  }
}
