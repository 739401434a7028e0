package broadsheet.engine;

import static broadsheet.engine.SearchAnswers.exported;
import static broadsheet.engine.SearchAnswers.ids;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.Reprint;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Decides which articles are reprints of each other, and groups them in results. */
abstract class FamilyContract extends EngineContract {

  private static final int SEEDS = Seeds.orAsked(3);

  private final List<String> words = words(1, 300);
  private int round;

  @Test
  void cutReorderedReheadlinedAndUpdatedArticlesAreOneFamily() {
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < 300; i += 50) {
      pieces.add(String.join(" ", words.subList(i, i + 50)));
    }
    Collections.shuffle(pieces, new Random(3));
    List<String> updated = new ArrayList<>(words);
    updated.addAll(words(2, 200));
    try (SearchEngine engine =
        engine(
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
  void storiesThatShareOnlyAGalleryAreNotReprints() {
    List<String> gallery = words(7, 400);
    try (SearchEngine engine =
        engine(
            folder,
            article("a", "Storm", text(words(8, 200)), text(gallery)),
            article("b", "Whale", text(words(9, 200)), text(gallery)),
            article("c", "Storm", text(gallery), text(words(8, 200)), text(words(10, 60))))) {
      assertThat(reprints(engine, "a")).containsExactly("c");
      assertThat(reprints(engine, "b")).isEmpty();
    }
  }

  @Test
  void reprintsOfOneDayAreInTheOrderOfTheirIds() {
    List<Article> articles = new ArrayList<>();
    for (String id : List.of("c", "a", "d", "b")) {
      articles.add(article(id, "Headline " + id, text(words)));
    }
    build(folder, articles);
    try (SearchEngine engine = open(folder)) {
      assertThat(reprints(engine, "d")).containsExactly("a", "b", "c");
    }
  }

  @Test
  void noticesOfOneFormAreNotReprints() {
    String form = "The board of %s declared a dividend of %s cts a share payable on %s to holders.";
    try (SearchEngine engine =
        engine(
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
    build(folder, articles);
    try (SearchEngine engine = open(folder)) {
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

  @Test
  void foldingKeepsTheBestOfEachFamilyInEveryOrderAndOnEveryPage() {
    Seeds.each(SEEDS, this::oneArchive);
  }

  private void oneArchive(Random random) {
    Path place = folder.resolve("random" + round++);
    build(place, RandomArchive.of(random, 60));
    try (SearchEngine engine = open(place)) {
      for (SortOrder sort : SortOrder.values()) {
        for (String word : RandomArchive.WORDS.subList(0, 5)) {
          QueryNode query = new QueryNode.Word(word);
          assertFolded(engine, new SearchRequest(query, Filters.none(), sort, 1, 100));
        }
      }
    }
  }

  private static void assertFolded(SearchEngine engine, SearchRequest request) {
    List<String> all = ids(engine.search(request.unfolded()));
    Map<String, Long> folds = folds(engine, all);
    SearchResults folded = engine.search(request);
    assertThat(ids(folded)).as("%s", request).isEqualTo(List.copyOf(folds.keySet()));
    assertThat(folded.hits()).extracting(Hit::similar).containsExactlyElementsOf(folds.values());
    assertThat(folded.total()).isEqualTo(all.size());
    assertThat(folded.folded()).isEqualTo(all.size() - folds.size());
    assertThat(exported(engine, request)).isEqualTo(ids(folded));
    assertThat(exported(engine, request.unfolded())).isEqualTo(all);
    assertThat(paged(engine, request)).isEqualTo(ids(folded));
    assertThat(paged(engine, request.unfolded())).isEqualTo(all);
  }

  /** The first of each family, with the number of its other members. */
  private static Map<String, Long> folds(SearchEngine engine, List<String> ids) {
    Map<String, Long> folds = new LinkedHashMap<>();
    for (String id : ids) {
      List<String> others = reprints(engine, id);
      Optional<String> first = folds.keySet().stream().filter(others::contains).findFirst();
      folds.merge(first.orElse(id), first.isPresent() ? 1L : 0L, Long::sum);
    }
    return folds;
  }

  /** All pages by number, compared with all pages by cursor. */
  private static List<String> paged(SearchEngine engine, SearchRequest whole) {
    List<String> numbered = new ArrayList<>();
    List<String> chained = new ArrayList<>();
    SearchRequest first = page(whole, 1);
    Optional<SearchRequest> next = Optional.of(first);
    for (int number = 1; next.isPresent(); number++) {
      numbered.addAll(ids(engine.search(page(whole, number))));
      SearchResults results = engine.search(next.get());
      chained.addAll(ids(results));
      next = results.next().map(first::after);
    }
    assertThat(chained).isEqualTo(numbered);
    return numbered;
  }

  private static SearchRequest page(SearchRequest whole, int number) {
    SearchRequest page = new SearchRequest(whole.query(), whole.filters(), whole.sort(), number, 7);
    return whole.isFolding() ? page : page.unfolded();
  }

  private static List<String> reprints(SearchEngine engine, String id) {
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
