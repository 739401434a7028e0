package broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeadlineTest {

  private static ArticleBuilder article() {
    return Article.withId("a");
  }

  @Test
  void headlineIsPrintedOrElseTheFirstWords() {
    List<String> body = List.of("Two lines\nof one poem.", "More.");
    assertThat(article().title("Pier").paragraphs(body).build().headline()).isEqualTo("Pier");
    assertThat(article().standfirst("In short.").paragraphs(body).build().headline())
        .isEqualTo("Two lines");
    assertThat(article().standfirst("In short.").build().headline()).isEqualTo("In short.");
    assertThat(article().captions(List.of("A pier.")).build().headline()).isEqualTo("A pier.");
    assertThat(article().source("Lantern").build().headline()).isEqualTo("Untitled");
  }

  @Test
  void longTextsAreCutAfterAWord() {
    String words = "harbour ".repeat(11);
    assertThat(article().paragraphs(List.of(words + "board meets")).build().headline())
        .isEqualTo(words.strip() + " …");
    String gulls = "𓅱".repeat(60);
    assertThat(article().paragraphs(List.of(gulls)).build().headline())
        .isEqualTo("𓅱".repeat(45) + " …");
    assertThat(article().paragraphs(List.of("a" + gulls)).build().headline())
        .isEqualTo("a" + "𓅱".repeat(44) + " …");
  }
}
