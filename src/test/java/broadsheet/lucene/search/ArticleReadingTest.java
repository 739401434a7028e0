package broadsheet.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.compare.Difference;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.Reprint;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads one whole article. */
class ArticleReadingTest {

  private static final String STORY =
      "Barges of barley call at the old grain pier from April on, said the harbour board late on"
          + " Thursday, after three hours of talk about cranes, noise and the price of bread.";

  @TempDir private Path folder;

  private LuceneSearchEngine engine(Duration limit) {
    TestIndex.build(
        folder,
        List.of(
            TestIndex.article("story", STORY),
            TestIndex.article("longer", STORY + " Neighbours had asked for quiet mornings."),
            TestIndex.article("other", "Goats on the hill.")));
    return LuceneSearchEngine.open(folder, limit);
  }

  private static QueryNode parsed(String query) {
    return QueryParser.parse(query, LocalDate.of(2026, 1, 1)).root();
  }

  @Test
  void reprintsAreToldWithWhatDiffers() {
    try (var engine = engine(Duration.ofMinutes(30))) {
      assertThat(engine.find("story", parsed("pier")).orElseThrow().reprints())
          .singleElement()
          .satisfies(
              reprint -> {
                assertThat(reprint.id()).isEqualTo("longer");
                assertThat(reprint.difference()).contains(new Difference(6, 0, 0, false, true));
              });
      assertThat(engine.find("longer", parsed("pier")).orElseThrow().reprints())
          .extracting(Reprint::difference)
          .containsExactly(Optional.of(new Difference(0, 6, 0, false, true)));
    }
  }

  @Test
  void articleIsReadWithoutMarks() {
    try (var engine = engine(Duration.ofMinutes(30))) {
      assertThat(engine.article("other").map(Article::paragraphs))
          .contains(List.of("Goats on the hill."));
      assertThat(engine.article("nobody")).isEmpty();
    }
  }

  @Test
  void whatIsMarkedNeedsNoNote() {
    try (var engine = engine(Duration.ofMinutes(30))) {
      MarkedArticle found = engine.find("story", parsed("pier barley")).orElseThrow();
      assertThat(Note.texts(found.notes())).isEmpty();
      assertThat(found.paragraphs()).allMatch(MarkedText::isMarked);
    }
  }

  @Test
  void withoutTimeTheArticleIsWholeAndSaysThatItIsUnmarked() {
    try (var engine = engine(Duration.ofNanos(1))) {
      MarkedArticle found = engine.find("story", parsed("pier")).orElseThrow();
      assertThat(found.article().paragraphs()).containsExactly(STORY);
      assertThat(found.paragraphs()).noneMatch(MarkedText::isMarked);
      assertThat(Note.texts(found.notes())).anyMatch(note -> note.startsWith("Stopped after"));
      assertThat(found.reprints()).extracting(Reprint::difference).containsOnly(Optional.empty());
    }
  }
}
