package broadsheet.web.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import broadsheet.article.Article;
import broadsheet.article.Box;
import broadsheet.article.Positions;
import broadsheet.article.PrintedPage;
import broadsheet.article.WordPlace;
import broadsheet.article.WordPlaces;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartStartTest {
  private static final Box BOX = new Box(0.1, 0.1, 0.1, 0.1);

  private static List<PartStart> starts(int pages, WordPlace... words) {
    List<PrintedPage> printed =
        IntStream.rangeClosed(1, pages)
            .mapToObj(page -> new PrintedPage(page, Integer.toString(page), 0, 0, ""))
            .toList();
    return PartStart.of(
        Article.withId("report")
            .title("Tides")
            .paragraphs(List.of("The first page ends", "and the next begins"))
            .positions(
                Positions.onPages(
                    printed, WordPlaces.of(List.of(words)), Positions.UNKNOWN_QUALITY))
            .build());
  }

  @Test
  void pagesBeginWithTheirFirstWords() {
    assertThat(starts(2, new WordPlace(0, 0, BOX), new WordPlace(5, 1, BOX)))
        .extracting(PartStart::index, PartStart::paragraph, PartStart::offset)
        .containsExactly(tuple(0, 0, 0), tuple(1, 1, 0));
  }

  /** Pages 2 and 3 are pictures, and so is the last. */
  @Test
  void aPageWithoutWordsIsWhereTheNextBegins() {
    assertThat(starts(5, new WordPlace(1, 0, BOX), new WordPlace(6, 3, BOX)))
        .extracting(PartStart::index, PartStart::paragraph, PartStart::offset)
        .containsExactly(tuple(0, 0, 0), tuple(1, 1, 4), tuple(2, 1, 4), tuple(3, 1, 4));
  }
}
