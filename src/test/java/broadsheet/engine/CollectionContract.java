package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
    }
  }

  @Test
  void anArchiveOfOneCollectionDoesNotSpeakOfCollections() {
    Path place = folder.resolve("index");
    try (SearchEngine engine = engine(place, TestArticles.article("1", "The harbour strike."))) {
      assertThat(found(engine, "strike").facets()).doesNotContainKey(FacetField.COLLECTION);
    }
  }
}
