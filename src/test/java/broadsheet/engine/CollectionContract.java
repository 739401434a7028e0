package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.NoiseWords;
import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.article.ItemVersion;
import broadsheet.engine.request.AlertSearch;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import broadsheet.ledger.Source;
import broadsheet.names.Name;
import broadsheet.names.NameKind;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Some collections of an archive answer exactly as an archive that has no others: so whoever may
 * not find the others learns nothing of them. A subclass names the engine.
 */
public abstract class CollectionContract extends EngineContract {

  private static final int SEEDS = Seeds.orAsked(2);
  private static final int ARTICLES = 40;
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private static final List<ArchiveCollection> ALL =
      List.of(ArchiveCollection.FIRST, new ArchiveCollection("afp"), new ArchiveCollection("leak"));

  /** The engine at a place; the place is empty at first. */
  protected abstract Engine engineAt(Path place);

  @Override
  Engine at(Path place) {
    return engineAt(place);
  }

  @Test
  void othersAreNotThere() {
    Seeds.each(SEEDS, this::oneArchive);
  }

  private void oneArchive(Random random) {
    Path whole = folder.resolve("whole" + random.nextInt(Integer.MAX_VALUE)).resolve("index");
    Path without = folder.resolve("without" + random.nextInt(Integer.MAX_VALUE)).resolve("index");
    Set<ArchiveCollection> some = some(random);
    for (ArchiveCollection each : ALL) {
      List<Article> articles = RandomArchive.of(random, ARTICLES);
      build(each.in(whole), articles);
      if (some.contains(each)) {
        build(each.in(without), articles);
      }
    }
    List<SearchRequest> requests = new ArrayList<>(UpdateContract.requests(random));
    requests.add(SearchRequest.of(QueryParser.parse("collection:archive", LocalDate.EPOCH).root()));
    requests.add(SearchRequest.of(QueryParser.parse("collection:leak", LocalDate.EPOCH).root()));
    try (ArchiveCollections collections = at(whole).collections(LIMIT);
        SearchEngine actual = collections.search(some);
        SearchEngine expected = open(without)) {
      assertThat(collections.all()).containsExactlyElementsOf(ALL);
      SameAnswers.assertSame(expected, actual, requests);
    }
  }

  private static Set<ArchiveCollection> some(Random random) {
    Set<ArchiveCollection> some = new HashSet<>(ALL);
    some.remove(ALL.get(random.nextInt(ALL.size())));
    if (random.nextBoolean()) {
      some.remove(ALL.get(random.nextInt(ALL.size())));
    }
    return some;
  }

  private SearchEngine three() {
    Path place = folder.resolve("index");
    build(place, List.of(TestArticles.article("1", "The harbour strike.")));
    build(
        ALL.get(1).in(place),
        List.of(
            TestArticles.article("1", "A strike at sea."),
            TestArticles.article("2", "Grain prices fall.")));
    build(ALL.get(2).in(place), List.of(TestArticles.article("9", "Secret strike plans.")));
    return open(place);
  }

  private static SearchResults found(SearchEngine engine, String query) {
    return engine.search(SearchRequest.of(QueryParser.parse(query, LocalDate.EPOCH).root()));
  }

  /** Both have an article of the id 1. */
  @Test
  void idsOfTwoCollectionsNeverMeet() {
    try (SearchEngine engine = three()) {
      assertThat(found(engine, "strike").hits())
          .extracting(hit -> hit.id())
          .containsExactlyInAnyOrder("1", "afp~~1", "leak~~9");
      assertThat(engine.named("afp~~1").orElseThrow().article().collection()).isEqualTo("afp");
      assertThat(engine.named("1").orElseThrow().article().collection()).isEmpty();
    }
  }

  @Test
  void collectionsAreFieldFilterAndFacet() {
    try (SearchEngine engine = three()) {
      assertThat(found(engine, "strike collection:afp").hits())
          .extracting(hit -> hit.id())
          .containsExactly("afp~~1");
      assertThat(found(engine, "strike collection:archive").hits())
          .extracting(hit -> hit.id())
          .containsExactly("1");
      assertThat(found(engine, "collection:*").total()).isEqualTo(4);
      assertThat(found(engine, "strike").facets().get(FacetField.COLLECTION))
          .containsExactly(
              new FacetCount("afp", 1), new FacetCount("archive", 1), new FacetCount("leak", 1));
      Filters first = Filters.none().with(FacetField.COLLECTION, List.of("archive"));
      SearchResults narrowed =
          engine.search(
              new SearchRequest(
                  QueryParser.parse("strike", LocalDate.EPOCH).root(),
                  first,
                  SortOrder.RELEVANCE,
                  1,
                  10));
      assertThat(narrowed.total()).isOne();
      assertThat(narrowed.facets().get(FacetField.COLLECTION)).hasSize(3);
      assertThat(engine.values(FacetField.COLLECTION, new QueryNode.Everything(), Filters.none()))
          .contains(new FacetCount("afp", 2), new FacetCount("archive", 1))
          .hasSize(3);
    }
  }

  @Test
  void anArchiveOfOneCollectionDoesNotSpeakOfCollections() {
    Path place = folder.resolve("index");
    try (SearchEngine engine = engine(place, TestArticles.article("1", "The harbour strike."))) {
      assertThat(found(engine, "strike").facets()).doesNotContainKey(FacetField.COLLECTION);
      assertThat(engine.values(FacetField.COLLECTION, new QueryNode.Everything(), Filters.none()))
          .isEmpty();
    }
  }

  /** Both collections were read from the same files. */
  @Test
  void reprintsAreGroupedWithinACollection() {
    Path place = folder.resolve("index");
    String story = NoiseWords.of(1, 80) + " lighthouse.";
    List<Article> reprints =
        List.of(
            TestArticles.article("1", story),
            TestArticles.article("2", story).toBuilder().title("Another headline").build());
    build(place, reprints);
    build(ALL.get(1).in(place), reprints);
    try (SearchEngine engine = open(place)) {
      SearchResults results = found(engine, "lighthouse");
      assertThat(results.total()).isEqualTo(4);
      assertThat(results.hits()).hasSize(2).allSatisfy(hit -> assertThat(hit.similar()).isOne());
      assertThat(results.hits())
          .extracting(hit -> ArchiveCollection.ofId(hit.id()))
          .containsExactlyInAnyOrder(ALL.getFirst(), ALL.get(1));
    }
  }

  /** Items of two agencies may have one name. */
  @Test
  void versionsAndNoticesAreOfTheirCollection() {
    Path place = folder.resolve("index");
    ItemVersion first = ItemVersion.of("", "story", "1");
    ItemVersion second = ItemVersion.of("", "story", "2");
    Article storm = TestArticles.article("one", "Storm.");
    build(place, List.of(storm.toBuilder().items(List.of(first)).build()));
    build(
        ALL.get(1).in(place),
        List.of(
            TestArticles.article("two", "Storm again.").toBuilder()
                .items(List.of(second))
                .build()));
    try (IndexingSession session = at(ALL.get(2).in(place)).rebuild()) {
      LedgerEntry notice = new LedgerEntry(Outcome.SKIPPED, "/n", LedgerEntry.WITHDRAWN, "");
      session.begin("/n");
      session.add("/n", storm.toBuilder().items(List.of(first)).build());
      session.enter("/n", notice.withdrawing(List.of(second), List.of("never-seen")));
      session.end(new FileRecord("/n", "n", "", "", "1", 1, 1, 0, 0, 0));
      session.commit(List.of(new Source("/", "")));
    }
    try (SearchEngine engine = open(place)) {
      assertThat(found(engine, "storm").hits())
          .extracting(hit -> hit.id())
          .containsExactlyInAnyOrder("one", "afp~~two");
      List<String> ids = List.of("one", "afp~~two", "leak~~one", "never-seen", "leak~~never-seen");
      assertThat(engine.withdrawn(ids)).isEqualTo(Set.of("leak~~one", "leak~~never-seen"));
    }
  }

  @Test
  void articlesThatWereReadInPartsAreOfTheCollection() {
    Path place = folder.resolve("index");
    Engine agency = at(ALL.get(1).in(place));
    for (int number = 1; number <= 2; number++) {
      try (IndexingSession part =
          agency.part(
              new ArchivePart(number, 2), List.of(new Source("/test", "")), NameMode.AS_IS)) {
        String file = "/test/" + number;
        part.begin(file);
        part.add(file, TestArticles.article("wire" + number, "A strike at sea, day " + number));
        part.end(new FileRecord(file, "n", "", "", "1", 1, 1, 0, 0, 0));
        part.commit(List.of(new Source("/test", "")));
      }
    }
    try (IndexingSession session = agency.join()) {
      session.commit(List.of(new Source("/test", "")));
    }
    build(place, List.of(TestArticles.article("wire1", "The harbour strike.")));
    try (SearchEngine engine = open(place)) {
      assertThat(found(engine, "strike collection:afp").hits())
          .extracting(hit -> hit.id())
          .containsExactlyInAnyOrder("afp~~wire1", "afp~~wire2");
    }
  }

  @Test
  void aNameOfTwoCollectionsIsOne() {
    Path place = folder.resolve("index");
    Name volcker = new Name(NameKind.PERSON, "Paul Volcker");
    List<Article> own = speeches("Mr. Volcker, then Ruth Amsel of the Ember Company, spoke.");
    try (IndexingSession session = at(place).rebuild(NameMode.FIND)) {
      own.forEach(session::add);
      session.commit(List.of(new Source("/test", "")));
    }
    try (IndexingSession session = at(ALL.get(1).in(place)).rebuild(NameMode.FIND)) {
      speeches("Mr. Volcker spoke to dockers.").forEach(session::add);
      session.commit(List.of(new Source("/test", "")));
    }
    try (ArchiveCollections collections = at(place).collections(LIMIT);
        SearchEngine both = collections.search(Set.of(ALL.getFirst(), ALL.get(1)));
        SearchEngine first = collections.search(Set.of(ALL.getFirst()))) {
      assertThat(first.name(volcker).orElseThrow().articles()).isEqualTo(8);
      assertThat(both.name(volcker).orElseThrow().articles()).isEqualTo(16);
      assertThat(both.namesDigest()).isPresent();
      assertThat(found(both, "person:volcker").total()).isEqualTo(16);
      assertThat(found(both, "spoke").facets().get(FacetField.PERSON))
          .anySatisfy(
              count -> {
                assertThat(count.value()).isEqualTo("Paul Volcker");
                assertThat(count.count()).isEqualTo(16);
              });
      assertThat(both.completions("person:volc", 10)).isNotEmpty();
      assertThat(both.completions("person:amse", 10))
          .isEqualTo(first.completions("person:amse", 10));
    }
  }

  private static List<Article> speeches(String end) {
    return IntStream.range(0, 8)
        .mapToObj(
            i ->
                TestArticles.article(
                    "speech" + i,
                    "At dawn the chairman, Paul Volcker, said that ferry %s would sail. %s"
                        .formatted(i, end)))
        .toList();
  }

  @Test
  void alertsTellOfNewArticlesOfTheCollectionsThatAreSearched() {
    Path place = folder.resolve("index");
    build(place, List.of(TestArticles.article("1", "The harbour strike.")));
    build(ALL.get(1).in(place), List.of(TestArticles.article("1", "A strike at sea.")));
    try (ArchiveCollections collections = at(place).collections(LIMIT);
        SearchEngine first = collections.search(Set.of(ALL.getFirst()));
        SearchEngine both = collections.search(Set.of(ALL.getFirst(), ALL.get(1)))) {
      AlertSearch alert =
          new AlertSearch(
              QueryParser.parse("strike", LocalDate.EPOCH).root(), Filters.none(), both.state());
      assertThat(both.count(List.of(alert)).getFirst().count()).isZero();
      update(ALL.get(1).in(place), TestArticles.article("2", "Another strike."));
      await(() -> both.articleCount() == 3);
      assertThat(both.count(List.of(alert)).getFirst().count()).isOne();
      assertThat(first.count(List.of(alert)).getFirst().count()).isZero();
    }
  }

  /**
   * An update of one collection begins, others of another come and go, and then it is published.
   */
  @Test
  void anAlertSavedDuringAnUpdateTellsOfItThoughAnotherCollectionWasUpdatedMeanwhile() {
    Path place = folder.resolve("index");
    build(place, List.of(TestArticles.article("1", "The harbour strike.")));
    build(ALL.get(1).in(place), List.of(TestArticles.article("1", "A strike at sea.")));
    try (ArchiveCollections collections = at(place).collections(LIMIT);
        SearchEngine both = collections.search(Set.of(ALL.getFirst(), ALL.get(1)));
        IndexingSession slow = at(ALL.get(1).in(place)).update()) {
      slow.add("/slow", TestArticles.article("2", "A strike that was long in coming."));
      for (int i = 2; i < 6; i++) {
        update(place, TestArticles.article("quick" + i, "A quick strike."));
      }
      await(() -> both.articleCount() == 6);
      AlertSearch alert =
          new AlertSearch(
              QueryParser.parse("strike", LocalDate.EPOCH).root(),
              Filters.none(),
              both.state(),
              both.states());
      assertThat(both.count(List.of(alert)).getFirst().count()).isZero();
      slow.commit(List.of(new Source("/", "")));
      await(() -> both.articleCount() == 7);
      assertThat(both.state()).isEqualTo(alert.since());
      assertThat(both.count(List.of(alert)).getFirst().count()).isOne();
      assertThat(both.search(alert.request(5)).hits())
          .extracting(hit -> hit.id())
          .containsExactly("afp~~2");
    }
  }

  private void update(Path place, Article article) {
    try (IndexingSession session = at(place).update()) {
      session.add("/" + article.id(), article);
      session.commit(List.of(new Source("/", "")));
    }
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      LockSupport.parkNanos(10_000_000);
    }
  }
}
