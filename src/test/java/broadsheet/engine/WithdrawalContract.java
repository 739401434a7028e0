package broadsheet.engine;

import static broadsheet.engine.TestArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.ArticleRef;
import broadsheet.article.ItemVersion;
import broadsheet.engine.request.AlertSearch;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import broadsheet.query.QueryNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * An item that its provider withdraws is not found, in any order of article and notice and from any
 * file; a later version is found.
 */
abstract class WithdrawalContract extends EngineContract {

  private static final SearchRequest ALL =
      new SearchRequest(new QueryNode.Everything(), Filters.none(), SortOrder.RELEVANCE, 1, 100)
          .unfolded();

  private static final QueryNode STORM = new QueryNode.Word("storm");

  private final ImaginedFiles files = new ImaginedFiles();

  private static ItemVersion item(String name, String version) {
    return ItemVersion.of("", name, version);
  }

  private static Article version(String id, String text, ItemVersion... items) {
    return article(id, text).toBuilder().items(List.of(items)).build();
  }

  private void assertFound(String... ids) {
    try (SearchEngine engine = open(folder)) {
      assertThat(SearchAnswers.ids(engine.search(ALL))).containsExactlyInAnyOrder(ids);
      List<String> exported = new ArrayList<>();
      engine.export(ALL, each -> exported.add(each.id()));
      assertThat(exported).containsExactlyInAnyOrder(ids);
      assertThat(engine.articleCount()).isEqualTo(ids.length);
      assertThat(engine.ledger().totals().indexed()).isEqualTo(ids.length);
    }
  }

  private List<String> reasons() {
    try (SearchEngine engine = open(folder)) {
      return engine.ledger().entries(Outcome.SKIPPED, 0, 100).stream()
          .map(LedgerEntry::reason)
          .toList();
    }
  }

  @Test
  void noticeHidesEarlierVersionsAndItsOwn() {
    files.put("a", version("one", "Rain.", item("story", "1")));
    files.put("b", version("two", "Rain and storm.", item("story", "2")));
    files.put("c", version("three", "Storm.", item("story", "10")));
    files.put("d", version("other", "Storm.", item("another", "1")));
    files.withdraw("e", item("story", "2"));
    assertThat(files.rebuild(at(folder))).isEqualTo(new IndexingReport(2, 0, 0, 0));
    assertFound("three", "other");
    try (SearchEngine engine = open(folder)) {
      assertThat(engine.article("one")).isEmpty();
      assertThat(engine.find("two", STORM)).isEmpty();
      assertThat(engine.withdrawn(List.of("one", "two", "three", "other", "none")))
          .isEqualTo(Set.of("one", "two"));
    }
    assertThat(reasons()).containsExactly(LedgerEntry.WITHDRAWN);
  }

  @Test
  void noticeHidesWhatAnUpdateBroughtBefore() {
    files.put("a", version("one", "Storm.", item("story", "1")), article("rain", "Rain."));
    files.rebuild(at(folder));
    assertFound("one", "rain");
    files.withdraw("z", item("story", "1"));
    assertThat(files.update(at(folder))).isEqualTo(new IndexingReport(0, 1, 1, 0));
    assertFound("rain");
    assertThat(files.update(at(folder))).isEqualTo(new IndexingReport(0, 1, 0, 0));
    assertFound("rain");
  }

  /** An update of one file counts the items that it looked at, even if others are hidden. */
  @Test
  void updateOfOneFileCountsThatFileOnly() {
    files.put("a", version("one", "Storm.", item("story", "1")));
    files.put("b", version("two", "Rain.", item("another", "1")));
    files.withdraw("c", item("story", "1"));
    files.rebuild(at(folder));
    ImaginedFiles one = new ImaginedFiles();
    one.put("new", article("new", "Sun."));
    one.withdraw("other", item("another", "1"));
    assertThat(one.addTo(at(folder))).isEqualTo(new IndexingReport(1, 0, 1, 0));
    assertFound("new");
  }

  @Test
  void noticeHidesWhatComesLater() {
    files.withdraw("a", item("story", "3"));
    files.put("b", article("rain", "Rain."));
    files.rebuild(at(folder));
    assertThat(reasons()).containsExactly(LedgerEntry.WITHDRAWN_UNSEEN);
    files.put("c", version("one", "Storm.", item("story", "2")));
    assertThat(files.update(at(folder))).isEqualTo(new IndexingReport(0, 1, 0, 0));
    assertFound("rain");
    assertThat(reasons()).containsExactly(LedgerEntry.WITHDRAWN);
    files.remove("c");
    files.update(at(folder));
    assertThat(reasons()).containsExactly(LedgerEntry.WITHDRAWN_UNSEEN);
  }

  @Test
  void laterVersionShowsTheItemAgain() {
    files.put("a", version("one", "Storm.", item("story", "1")));
    files.withdraw("b", item("story", "2"));
    files.rebuild(at(folder));
    assertFound();
    files.put("c", version("one", "Storm, corrected.", item("story", "3")));
    files.update(at(folder));
    assertFound("one");
    files.put("c", version("one", "Storm, corrected.", item("story", "2")));
    files.update(at(folder));
    assertFound();
  }

  @Test
  void noticeWithoutVersionHoldsForGood() {
    files.withdraw("a", item("story", ""));
    files.put("b", version("one", "Storm.", item("story", "")));
    files.put("c", version("two", "Storm again.", item("story", "99")));
    files.rebuild(at(folder));
    assertFound();
  }

  @Test
  void articleComesBackWithoutTheNotice() {
    files.put("a", version("one", "Storm.", item("story", "1")));
    files.withdraw("b", item("story", "1"));
    files.rebuild(at(folder));
    assertFound();
    files.remove("b");
    assertThat(files.update(at(folder))).isEqualTo(new IndexingReport(1, 0, 0, 0));
    assertFound("one");
    try (SearchEngine engine = open(folder)) {
      assertThat(engine.withdrawn(List.of("one"))).isEmpty();
      assertThat(engine.article("one").orElseThrow().paragraphs()).containsExactly("Storm.");
    }
  }

  @Test
  void noticeInAFileThatCanNoLongerBeReadStillHolds() {
    files.put("a", version("one", "Storm.", item("story", "1")));
    files.withdraw("b", item("story", "1"));
    files.rebuild(at(folder));
    files.setReadable("b", false);
    files.update(at(folder));
    assertFound();
    files.setReadable("b", true);
    files.update(at(folder));
    assertFound();
    assertThat(reasons()).containsExactly(LedgerEntry.WITHDRAWN);
  }

  @Test
  void sameTextOfAnotherProviderStays() {
    files.put("a", version("same", "Storm.", item("of one", "1")));
    files.put("b", version("same", "Storm.", item("of the other", "1")));
    files.rebuild(at(folder));
    assertFound("same");
    files.withdraw("c", item("of one", "1"));
    files.update(at(folder));
    assertFound("same");
    files.withdraw("d", item("of the other", "1"));
    files.update(at(folder));
    assertFound();
    files.remove("c");
    files.update(at(folder));
    assertFound("same");
  }

  @Test
  void manyCopiesAreWithdrawnOneByOne() {
    for (int i = 0; i < 130; i++) {
      files.put("copy" + i, version("same", "Storm.", item("story" + i % 2, "1")));
    }
    files.rebuild(at(folder));
    assertFound("same");
    assertThat(UpdateContract.upgrade(at(folder)).indexed()).isEqualTo(1);
    files.withdraw("first", item("story0", ""));
    files.update(at(folder));
    assertFound("same");
    files.withdraw("second", item("story1", ""));
    files.update(at(folder));
    assertFound();
    files.remove("first");
    files.update(at(folder));
    assertFound("same");
  }

  /** A record is of all its names and of no others, in an update as in a rebuild. */
  @Test
  void recordThatLosesTheWithdrawnNameIsShown() {
    files.put("a", version("one", "Storm.", item("document", "1"), item("story", "1")));
    files.withdraw("b", item("story", "1"));
    files.rebuild(at(folder));
    assertFound();
    files.put("a", version("one", "Storm.", item("document", "1")));
    files.update(at(folder));
    assertFound("one");
    files.withdraw("c", item("document", "1"));
    files.update(at(folder));
    assertFound();
    files.put("a", version("one", "Storm."));
    files.update(at(folder));
    assertFound("one");
  }

  @Test
  void noticeWithoutVersionHoldsWhateverOthersSay() {
    for (List<String> versions : List.of(List.of("", "1"), List.of("1", ""))) {
      files.put("a", version("one", "Storm.", item("story", "2")));
      files.withdraw("b", item("story", versions.getFirst()));
      files.withdraw("c", item("story", versions.getLast()));
      files.rebuild(at(folder));
      assertFound();
    }
  }

  /** Versions lie in documents in another order than their terms have. */
  @Test
  void laterDocumentOfAnEarlierVersionIsHiddenBesideManyCopies() {
    Article[] copies = new Article[130];
    Arrays.fill(copies, article("same", "Rain."));
    files.put("copies", copies);
    files.put("m", version("two", "Storm two.", item("story", "2")));
    files.rebuild(at(folder));
    files.put("n", version("one", "Storm one.", item("story", "1")));
    files.update(at(folder));
    files.withdraw("o", item("story", ""));
    files.update(at(folder));
    assertFound("same");
  }

  @Test
  void itemOfSeveralNamesIsWithdrawnByAnyOfThem() {
    files.put("a", version("one", "Storm.", item("document", "1"), item("story", "1")));
    files.put("b", version("two", "More storm.", item("document 2", "2"), item("story", "2")));
    files.withdraw("c", item("story", "1"));
    files.rebuild(at(folder));
    assertFound("two");
    files.withdraw("d", item("document 2", ""));
    files.update(at(folder));
    assertFound();
    files.remove("c");
    files.update(at(folder));
    assertFound("one");
  }

  @Test
  void idOfAWithdrawnArticleGoesToAnotherThatAsksForIt() {
    files.put("a", version("same", "Storm.", item("story", "1")));
    files.put("b", version("same", "Rain.", item("another", "1")));
    files.rebuild(at(folder));
    assertFound("same", "same~2");
    files.withdraw("c", item("story", "1"));
    files.update(at(folder));
    assertFound("same");
    try (SearchEngine engine = open(folder)) {
      assertThat(engine.article("same").orElseThrow().paragraphs()).containsExactly("Rain.");
      assertThat(engine.article("same~2")).isEmpty();
      assertThat(engine.withdrawn(List.of("same~2"))).containsExactly("same~2");
    }
  }

  @Test
  void keptArticleThatIsWithdrawnIsGoneButKnownToBeWithdrawn() {
    files.put("a", version("one", "Storm.", item("story", "1")));
    files.rebuild(at(folder));
    ArticleRef kept;
    try (SearchEngine engine = open(folder)) {
      kept = engine.refs(List.of("one")).get("one");
    }
    files.withdraw("b", item("story", "1"));
    files.update(at(folder));
    try (SearchEngine engine = open(folder)) {
      assertThat(engine.idsOf(List.of(kept))).isEmpty();
      assertThat(engine.refs(List.of("one"))).isEmpty();
    }
  }

  @Test
  void alertHasNothingThatIsWithdrawnAndHasItOnceItIsShown() {
    files.put("a", article("rain", "Rain."));
    files.rebuild(at(folder));
    files.put("b", version("one", "Storm.", item("story", "1")));
    files.put("c", version("two", "Storm too.", item("another", "1")));
    files.withdraw("d", item("another", "1"));
    files.index(at(folder).update());
    assertThat(addedSince(0)).containsExactly("one");
    long before = state();
    files.withdraw("e", item("story", "1"));
    files.remove("d");
    files.index(at(folder).update());
    assertThat(addedSince(before)).containsExactly("two");
    assertThat(addedSince(0)).containsExactly("two");
  }

  private long state() {
    try (SearchEngine engine = open(folder)) {
      return engine.state();
    }
  }

  private List<String> addedSince(long state) {
    try (SearchEngine engine = open(folder)) {
      return SearchAnswers.added(engine, new AlertSearch(STORM, Filters.none(), state));
    }
  }
}
