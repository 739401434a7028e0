package broadsheet.engine;

import static broadsheet.engine.TestArticles.article;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import broadsheet.article.Article;
import broadsheet.article.ArticleRef;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import broadsheet.ledger.SourceLoss;
import broadsheet.query.QueryNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Rebuilds and updates from files. */
abstract class SessionContract extends EngineContract {

  private static final SearchRequest ALL =
      new SearchRequest(new QueryNode.Everything(), Filters.none(), SortOrder.RELEVANCE, 1, 100)
          .unfolded();

  private final ImaginedFiles files = new ImaginedFiles();

  private List<String> ids() {
    try (SearchEngine engine = open(folder)) {
      return SearchAnswers.ids(engine.search(ALL));
    }
  }

  private Article read(String id) {
    try (SearchEngine engine = open(folder)) {
      return engine.article(id).orElseThrow();
    }
  }

  @Test
  void rebuildHoldsWhatItIsToldOfAndNothingElse() {
    assertThat(at(folder).hasIndex()).isFalse();
    files.put("a", article("one", "Rain."), article("two", "Sun."));
    assertThat(files.rebuild(at(folder))).isEqualTo(new IndexingReport(2, 0, 0, 0));
    assertThat(at(folder).hasIndex()).isTrue();
    files.remove("a");
    files.put("b", article("three", "Snow."));
    assertThat(files.rebuild(at(folder))).isEqualTo(new IndexingReport(1, 0, 0, 0));
    assertThat(ids()).containsExactly("three");
  }

  @Test
  void updateAddsChangesRemovesAndKeeps() {
    files.put("kept", article("k", "Rain."));
    files.put("changed", article("c1", "Sun."), article("c2", "Snow."));
    files.put("gone", article("g", "Fog."));
    files.rebuild(at(folder));
    files.put("changed", article("c1", "Sun."), article("c2", "Sleet."));
    files.remove("gone");
    files.put("new", article("n", "Hail."));
    assertThat(files.update(at(folder))).isEqualTo(new IndexingReport(2, 2, 1, 0));
    assertThat(ids()).containsExactly("c1", "c2", "k", "n");
    assertThat(read("c2").paragraphs()).containsExactly("Sleet.");
    assertThat(files.update(at(folder))).isEqualTo(new IndexingReport(0, 4, 0, 0));
  }

  @Test
  void updateKnowsWhatTheIndexHoldsAndARebuildNothing() {
    files.put("a", article("one", "Rain."));
    files.rebuild(at(folder));
    try (IndexingSession session = at(folder).update()) {
      FileRecord known = session.known(ImaginedFiles.path("a")).orElseThrow();
      assertThat(known.articles()).isEqualTo(1);
      assertThat(known.location()).isEqualTo("a");
      assertThat(session.known(ImaginedFiles.path("b"))).isEmpty();
      assertThat(session.sources()).containsExactly(ImaginedFiles.SOURCE);
    }
    try (IndexingSession session = at(folder).rebuild()) {
      assertThat(session.known(ImaginedFiles.path("a"))).isEmpty();
      assertThat(session.sources()).isEmpty();
    }
  }

  @Test
  void onlyUnseenFilesAtOrBelowThePathAreRemoved() {
    files.put("in/a", article("a", "Rain."));
    files.put("in/b", article("b", "Sun."));
    files.put("inn", article("c", "Snow."));
    files.rebuild(at(folder));
    try (IndexingSession session = at(folder).update()) {
      session.keep(session.known(ImaginedFiles.path("in/a")).orElseThrow());
      session.removeUnseen(ImaginedFiles.path("in"));
      assertThat(session.commit(List.of(ImaginedFiles.SOURCE)).removed()).isEqualTo(1);
    }
    assertThat(ids()).containsExactly("a", "c");
  }

  @Test
  void ofAnUnreadableFileWhatWasThereStaysBesideWhatIsNew() {
    files.put("a", article("first", "Rain."), article("second", "Fog."));
    files.rebuild(at(folder));
    files.put("a", article("new", "Sun."));
    files.setReadable("a", false);
    files.update(at(folder));
    assertThat(ids()).containsExactly("new", "second");
    files.setReadable("a", true);
    files.update(at(folder));
    assertThat(ids()).containsExactly("new");
  }

  @Test
  void articleLivesAsLongAsOneOfItsFiles() {
    files.put("a", article("same", "Rain."));
    files.put("b", article("same", "Rain."));
    assertThat(files.rebuild(at(folder))).isEqualTo(new IndexingReport(1, 0, 0, 1));
    assertThat(read("same").locations()).containsExactly("a#1", "b#1");
    files.remove("a");
    files.update(at(folder));
    assertThat(read("same").locations()).containsExactly("b#1");
    files.remove("b");
    files.update(at(folder));
    assertThat(ids()).isEmpty();
  }

  @Test
  void idGivenTwiceGetsANumber() {
    build(folder, List.of(article("a", "Rain."), article("a", "Sun.")));
    try (SearchEngine engine = open(folder)) {
      assertThat(engine.articleCount()).isEqualTo(2);
      assertThat(SearchAnswers.ids(engine.search(ALL))).containsOnly("a", "a~2");
    }
  }

  @Test
  void idsDoNotDependOnWhichCameFirst() {
    files.put("b", article("same", "Rain."));
    files.rebuild(at(folder));
    files.put("a", article("same", "Sun."));
    files.update(at(folder));
    String first = read("same").paragraphs().getFirst();
    files.rebuild(at(folder));
    assertThat(read("same").paragraphs()).containsExactly(first);
    files.remove(first.equals("Sun.") ? "a" : "b");
    files.update(at(folder));
    assertThat(ids()).containsExactly("same");
  }

  @Test
  void ledgerHoldsWhatWasEnteredLast() {
    files.put("a", article("one", "Rain."));
    files.put("b", article("two", "Sun."));
    files.remark("a", "an odd date");
    files.remark("b", "no headline");
    files.rebuild(at(folder));
    assertThat(remarks()).containsExactly("an odd date", "no headline");
    files.remark("b", "no text");
    files.update(at(folder));
    assertThat(remarks()).containsExactly("an odd date", "no text");
    files.remove("a");
    files.update(at(folder));
    assertThat(remarks()).containsExactly("no text");
    try (SearchEngine engine = open(folder)) {
      IndexLedger ledger = engine.ledger();
      assertThat(ledger.reasons(Outcome.REMARKED)).isEqualTo(Map.of("a remark", 1L));
      assertThat(ledger.totals().files()).isEqualTo(1);
      assertThat(ledger.totals().remarked()).isEqualTo(1);
      assertThat(ledger.files("", 0, 10)).extracting(FileRecord::location).containsExactly("b");
      assertThat(ledger.files(ImaginedFiles.path("b"), 0, 10)).isEmpty();
      assertThat(ledger.articlesOfOrigins()).containsExactly(1L);
    }
  }

  private List<String> remarks() {
    try (SearchEngine engine = open(folder)) {
      return engine.ledger().entries(Outcome.REMARKED, 0, 10).stream()
          .map(LedgerEntry::detail)
          .toList();
    }
  }

  @Test
  void lossesOfASourceAreToldBeforeTheyAreCommitted() {
    Article[] many = new Article[30];
    for (int i = 0; i < many.length; i++) {
      many[i] = article("a" + i, "Rain number " + i);
    }
    files.put("a", many);
    files.put("b", article("b", "Sun."));
    files.rebuild(at(folder));
    files.remove("a");
    files.put("c", article("c", "Snow."));
    List<SourceLoss> expected = List.of(new SourceLoss(ImaginedFiles.SOURCE.path(), 31, 2));
    for (boolean isUpdate : new boolean[] {true, false}) {
      Engine engine = at(folder);
      try (IndexingSession session = isUpdate ? engine.update() : engine.rebuild()) {
        files.tell(session);
        assertThat(session.losses()).as("update: " + isUpdate).isEqualTo(expected);
      }
    }
    assertThat(ids()).as("nothing was committed").hasSize(31);
  }

  /** An engine may reject an article, but not silently, and not the others with it. */
  @Test
  void articleIsKeptOrRejectedAndNeverLostInSilence() {
    String id = "a".repeat(40_000);
    try (IndexingSession session = at(folder).rebuild()) {
      session.add(article(id, "Rain."));
      session.add(article("b", "Sun."));
      IndexingReport report = session.commit(List.of());
      List<String> expected = session.rejected().isEmpty() ? List.of(id, "b") : List.of("b");
      assertThat(session.rejected().keySet()).isSubsetOf(id);
      assertThat(ids()).isEqualTo(expected);
      assertThat(report.indexed()).isEqualTo(expected.size());
    }
  }

  @Test
  void secondWriterIsRefusedUntilTheFirstIsDone() {
    try (IndexingSession first = at(folder).rebuild()) {
      first.add(article("first", "Rain."));
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(() -> at(folder).rebuild().close());
      first.commit(List.of());
    }
    at(folder).update().close();
  }

  @Test
  void whatNeedsAnIndexIsRefusedWhereThereIsNone() {
    Engine engine = at(folder);
    assertThatExceptionOfType(EngineException.class).isThrownBy(() -> engine.update().close());
    assertThatExceptionOfType(EngineException.class).isThrownBy(engine::tidy);
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> engine.search(Engine.TIME_LIMIT).close());
    assertThatExceptionOfType(EngineException.class).isThrownBy(() -> engine.check(_ -> {}));
    assertThat(engine.hasIndex()).isFalse();
  }

  @Test
  void keptArticleIsFoundUnlessItIsGone() {
    files.put("a", placed("a-1", "Rain."), article("same", "Sun."), article("gone", "Fog."));
    files.rebuild(at(folder));
    Map<String, ArticleRef> refs = refs("a-1", "same", "gone", "nonesuch");
    assertThat(refs).containsOnlyKeys("a-1", "same", "gone");
    assertThat(idsOf(refs)).isEqualTo(Map.of("a-1", "a-1", "same", "same", "gone", "gone"));
    files.remove("a");
    files.put("b", article("same", "Sun and wind."), placed("b-1", "Rain."));
    Map<String, String> today = Map.of("a-1", "b-1", "same", "same");
    files.update(at(folder));
    assertThat(idsOf(refs)).as("updated").isEqualTo(today);
    files.rebuild(at(folder));
    assertThat(idsOf(refs)).as("rebuilt").isEqualTo(today);
    assertThat(refs("b-1").values())
        .extracting(ArticleRef::fingerprint)
        .containsExactly(requireNonNull(refs.get("a-1")).fingerprint());
  }

  /** An id that follows from where the article was read. */
  private static Article placed(String id, String text) {
    return article(id, text).toBuilder().id(id, Article.IdOrigin.PLACE).title("A headline").build();
  }

  private Map<String, ArticleRef> refs(String... ids) {
    try (SearchEngine engine = open(folder)) {
      return engine.refs(List.of(ids));
    }
  }

  /** By former id. */
  private Map<String, String> idsOf(Map<String, ArticleRef> refs) {
    try (SearchEngine engine = open(folder)) {
      Map<String, String> ids = new TreeMap<>();
      engine.idsOf(refs.values()).forEach((ref, id) -> ids.put(ref.id(), id));
      return ids;
    }
  }

  @Test
  void tidyingUpAndCheckingChangeNothing() {
    for (int i = 0; i < 12; i++) {
      files.put("f" + i, article("a" + i, "Rain number " + i));
      if (i == 0) {
        files.rebuild(at(folder));
      } else {
        files.update(at(folder));
      }
    }
    List<String> before = ids();
    at(folder).tidy();
    List<String> checked = new ArrayList<>();
    at(folder).check(each -> checked.add(each.id()));
    assertThat(ids()).isEqualTo(before).hasSize(12);
    assertThat(checked).containsExactlyInAnyOrderElementsOf(before);
  }
}
