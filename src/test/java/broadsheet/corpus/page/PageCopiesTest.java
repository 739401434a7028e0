package broadsheet.corpus.page;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.corpus.Pages;
import broadsheet.corpus.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that a page has twice, and parts of a body that are named as boxes are. */
class PageCopiesTest {
  private static final String THIRD =
      "The ferry made its last trip on Sunday night, and was sold to the museum of the town for a"
          + " single coin, as the council had decided in spring.";

  private static final String FOURTH =
      "Nobody on board wanted to speak of the end, but all of them had come to the rail to look at"
          + " the new piers as they passed between them.";

  @TempDir Path folder;

  private List<String> paragraphs(String body) {
    String page = Pages.page("", "<h1>New bridge opens</h1>" + body);
    return Reading.of(folder, "page.html", page).only().paragraphs();
  }

  private static String p(String... texts) {
    return Stream.of(texts).map(text -> "<p>" + text + "</p>").collect(Collectors.joining());
  }

  @Test
  void partsOfABodyAreNoBoxesWhateverElseTheyAreCalled() {
    String part =
        "<div class=\"row\"><div class=\"sidebar-grid__content article__content\">%s</div>";
    String box = "<div class=\"sidebar\"><p>The weather stays as it was all week.</p></div></div>";
    String parts =
        Stream.of(p(Pages.FIRST, Pages.SECOND), p(THIRD), p(FOURTH))
            .map(texts -> part + texts + "</div>" + box)
            .collect(Collectors.joining());
    assertThat(paragraphs("<main>" + parts + "</main>"))
        .containsExactly(Pages.FIRST, Pages.SECOND, THIRD, FOURTH);
  }

  @Test
  void hiddenCopyIsLeftOut() {
    String text = p(Pages.FIRST, Pages.SECOND, THIRD, FOURTH);
    String copy = String.join("<br><br>", Pages.FIRST, Pages.SECOND, THIRD, FOURTH);
    String hidden = "<div style=\"Display: none\">" + copy + "</div>";
    assertThat(paragraphs("<div class=story>" + text + hidden + "</div>"))
        .containsExactly(Pages.FIRST, Pages.SECOND, THIRD, FOURTH);
  }

  @Test
  void hiddenTextIsWholeAndWhatIsShownOfItIsNotRepeated() {
    String shown = p(Pages.FIRST, Pages.SECOND);
    String hidden = "<div hidden>" + p(Pages.FIRST, Pages.SECOND, THIRD, FOURTH) + "</div>";
    assertThat(paragraphs("<div>" + shown + "<p>Read on for a coin.</p></div>" + hidden))
        .containsSubsequence(Pages.FIRST, Pages.SECOND, THIRD, FOURTH)
        .doesNotHaveDuplicates();
  }

  @Test
  void copyForNarrowScreensIsLeftOut() {
    String text = p(Pages.FIRST, Pages.SECOND, THIRD, FOURTH);
    String both = "<div class=\"wide\">" + text + "</div><div class=\"narrow\">" + text + "</div>";
    assertThat(paragraphs("<article>" + both + "</article>"))
        .containsExactly(Pages.FIRST, Pages.SECOND, THIRD, FOURTH);
  }

  @Test
  void linesThatReturnAreNoCopy() {
    String plan =
        p(Pages.FIRST, THIRD, Pages.SECOND, THIRD, FOURTH, THIRD, Pages.FIRST + " Twice.");
    assertThat(paragraphs("<article>" + plan + "</article>")).hasSize(7);
  }
}
