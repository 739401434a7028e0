package broadsheet.lucene.index;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.Reprint;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which articles are reprints of each other, and how results group them. */
class FamiliesTest {

  @TempDir Path folder;

  private final List<String> words = words(1, 300);

  @Test
  void cutReorderedReheadlinedAndUpdatedArticlesAreOneFamily() {
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < 300; i += 50) {
      pieces.add(String.join(" ", words.subList(i, i + 50)));
    }
    Collections.shuffle(pieces, new Random(3));
    List<String> updated = new ArrayList<>(words);
    updated.addAll(words(2, 200));
    try (LuceneSearchEngine engine =
        TestIndex.engine(
            folder,
            article("original", "Old headline", text(words)),
            article("reheadlined", "Another one altogether", text(words)),
            article("cut", "Old headline", text(words.subList(0, 100))),
            article("reordered", "Old headline", pieces.toArray(String[]::new)),
            article("updated", "Update: old headline", text(updated)),
            article("stranger", "Old headline", text(words(5, 300))))) {
      assertThat(reprints(engine, "original"))
          .containsExactlyInAnyOrder("reheadlined", "cut", "reordered", "updated");
      assertThat(reprints(engine, "stranger")).isEmpty();
    }
  }

  @Test
  void noticesOfOneFormAreNotReprints() {
    String form = "The board of %s declared a dividend of %s cts a share payable on %s to holders.";
    try (LuceneSearchEngine engine =
        TestIndex.engine(
            folder,
            article("a", "Dividend", form.formatted("Ember Mills", "ten", "April 1")),
            article("b", "Dividend", form.formatted("Northern Tide", "twelve", "May 15")))) {
      assertThat(reprints(engine, "a")).isEmpty();
    }
  }

  @Test
  void resultsFoldAFamilyToItsBestHitUnlessAskedNotTo() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      articles.add(article("copy" + i, "Headline " + i, text(words)));
    }
    for (int i = 0; i < 12; i++) {
      articles.add(
          article("other" + i, "Headline", words.getFirst() + " " + text(words(i + 9, 40))));
    }
    TestIndex.build(folder, articles);
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder)) {
      SearchRequest request =
          new SearchRequest(
              new QueryNode.Word(words.getFirst()), Filters.none(), SortOrder.RELEVANCE, 1, 20);

      SearchResults folded = engine.search(request);
      assertThat(folded.total()).isEqualTo(42);
      assertThat(folded.folded()).isEqualTo(29);
      assertThat(folded.hits()).hasSize(13);
      assertThat(folded.hits().stream().filter(hit -> hit.id().startsWith("copy"))).hasSize(1);
      assertThat(folded.hits().stream().mapToLong(Hit::similar).sum()).isEqualTo(29);

      SearchResults unfolded = engine.search(request.unfolded());
      assertThat(unfolded.total()).isEqualTo(42);
      assertThat(unfolded.folded()).isZero();
      assertThat(unfolded.hits()).hasSize(20);

      assertThat(exported(engine, request)).hasSize(13);
      assertThat(exported(engine, request)).isEqualTo(folded.hits().stream().map(Hit::id).toList());
      assertThat(exported(engine, request.unfolded())).hasSize(42).doesNotHaveDuplicates();
    }
  }

  private static List<String> exported(LuceneSearchEngine engine, SearchRequest request) {
    List<String> ids = new ArrayList<>();
    engine.export(request, article -> ids.add(article.id()));
    return ids;
  }

  private static List<String> reprints(LuceneSearchEngine engine, String id) {
    return engine
        .find(id, new QueryNode.Everything())
        .map(MarkedArticle::reprints)
        .orElseThrow()
        .stream()
        .map(Reprint::id)
        .toList();
  }

  private static Article article(String id, String title, String... paragraphs) {
    return Article.withId(id).title(title).paragraphs(List.of(paragraphs)).build();
  }

  private static String text(List<String> words) {
    return String.join(" ", words);
  }

  private static List<String> words(int seed, int count) {
    return new Random(seed)
        .ints(count, 0, 5_000)
        .mapToObj(n -> "w" + Integer.toString(n, Character.MAX_RADIX))
        .toList();
  }
}
