package broadsheet.desk;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.ArticleRef;
import broadsheet.article.Positions;
import broadsheet.article.PrintedPage;
import broadsheet.article.WordPlaces;
import broadsheet.engine.SearchEngine;
import broadsheet.lucene.TestIndex;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries of pages that were articles of their own belong to the document today. */
class FormerPageTest {

  @TempDir Path folder;

  private static Article document(String id, String location, int pages) {
    return Article.withId(id)
        .title("Report of the inquiry")
        .paragraphs(List.of("The harbour was closed by frost."))
        .location(location)
        .positions(
            Positions.onPages(
                IntStream.rangeClosed(1, pages)
                    .mapToObj(i -> new PrintedPage(i, Integer.toString(i), 0, 0, ""))
                    .toList(),
                WordPlaces.NONE,
                Positions.UNKNOWN_QUALITY))
        .build();
  }

  private static ListEntry entry(String id, String note) {
    return new ListEntry(
        new ArticleRef(id, "00ff"),
        "Page",
        "",
        "",
        "",
        note,
        Instant.parse("2026-01-15T12:00:00Z"));
  }

  @Test
  void entryOfAPageMovesToItsDocumentWithThePageInItsNote() {
    try (SearchEngine engine =
        TestIndex.engine(
            folder.resolve("index"),
            document("report", "report.pdf", 31),
            document("notes", "notes.xml", 31))) {
      List<ListedArticle> listed =
          ListedArticle.of(
              List.of(
                  entry("report-14", "See the table"),
                  entry("report-31", ""),
                  entry("report-3", "page 3 is best"),
                  entry("report-32", ""),
                  entry("notes-2", ""),
                  entry("other-1", "")),
              engine);
      assertThat(listed)
          .extracting(ListedArticle::id)
          .containsExactly(
              Optional.of("report"),
              Optional.of("report"),
              Optional.of("report"),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      assertThat(listed)
          .extracting(article -> article.entry().note())
          .containsExactly("See the table\npage 14", "page 31", "page 3 is best", "", "", "");
    }
  }
}
