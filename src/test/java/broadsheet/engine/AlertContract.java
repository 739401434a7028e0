package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.AlertSearch;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.AlertCount;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.SearchResults;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.Source;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which articles are new for an alert: those that updates added since a published state. */
abstract class AlertContract extends EngineContract {

  /** Number of corpora to try by default; {@code -Dseeds=N} tries more. */
  private static final int SEEDS = Seeds.orAsked(10);

  private static final QueryNode TIDE = new QueryNode.Word("tide");

  private Path index;
  private long saved;

  @BeforeEach
  void firstBuild() {
    index = folder.resolve("index");
    update(false, "/a/old", tide("old", "The old tide."));
    saved = state();
  }

  /** Reads one file, as a rebuild or an update does. */
  private void update(boolean isUpdate, String file, Article... articles) {
    try (IndexingSession session = isUpdate ? at(index).update() : at(index).rebuild()) {
      read(session, file, articles);
      session.commit(List.of(new Source("/a", "")));
    }
  }

  private static void read(IndexingSession session, String file, Article... articles) {
    session.begin(file);
    for (Article article : articles) {
      session.add(file, article);
    }
    session.end(new FileRecord(file, file, "", "", "", 1, articles.length, 0, 0, 0));
  }

  private static Article tide(String id, String... paragraphs) {
    return TestArticles.article(id, paragraphs);
  }

  private long state() {
    try (SearchEngine engine = open(index)) {
      return engine.state();
    }
  }

  private List<String> added() {
    return addedSince(saved);
  }

  private List<String> addedSince(long state) {
    AlertSearch alert = new AlertSearch(TIDE, Filters.none(), state);
    try (SearchEngine engine = open(index)) {
      List<Hit> hits = engine.search(alert.request(100)).hits();
      Optional<Instant> latest = hits.stream().flatMap(hit -> hit.addedAt().stream()).findFirst();
      assertThat(engine.count(List.of(alert))).containsExactly(new AlertCount(hits.size(), latest));
      return hits.stream().map(Hit::id).toList();
    }
  }

  private List<String> found(String query) {
    QueryNode parsed = QueryParser.parse(query, LocalDate.now(ZoneOffset.UTC)).root();
    try (SearchEngine engine = open(index)) {
      return SearchAnswers.ids(engine.search(SearchRequest.of(parsed)));
    }
  }

  @Test
  void nothingIsNewWithABuild() {
    assertThat(added()).isEmpty();
    assertThat(addedSince(0)).isEmpty();
    assertThat(saved).isPositive();
  }

  @Test
  void articlesOfTheLatestUpdateComeFirst() {
    update(true, "/a/one", tide("one", "One tide."), tide("other", "No such word."));
    long between = state();
    update(true, "/a/two", tide("two", "Two tides."));
    assertThat(added()).containsExactly("two", "one");
    assertThat(addedSince(between)).containsExactly("two");
    assertThat(addedSince(state())).isEmpty();
  }

  @Test
  void ofOneUpdateTheLatestPublishedComesFirst() {
    update(
        true,
        "/a/new",
        dated("middle", "2020-01-02"),
        dated("latest", "2020-01-03"),
        dated("earliest", "1820-01-01"),
        tide("undated", "A tide of no date."));
    assertThat(added()).containsExactly("latest", "middle", "earliest", "undated");
  }

  private static Article dated(String id, String day) {
    return Article.withId(id)
        .paragraphs(List.of("The tide of " + day))
        .publishedAt(PublicationDate.stated(day))
        .build();
  }

  /** An update may begin before a search is saved, and end after it. */
  @Test
  void searchSavedDuringAnUpdateMissesNothingOfIt() {
    long during;
    try (IndexingSession session = at(index).update()) {
      read(session, "/a/one", tide("one", "One tide."));
      during = state();
      assertThat(found("tide")).containsExactly("old");
      session.commit(List.of(new Source("/a", "")));
    }
    assertThat(addedSince(during)).containsExactly("one");
  }

  @Test
  void whatIsNotCommittedIsNotNew() {
    try (IndexingSession session = at(index).update()) {
      session.add("/a/one", tide("one", "One tide."));
    }
    assertThat(added()).isEmpty();
  }

  @Test
  void movedAndUnchangedArticlesAndCopiesStayAsNewAsTheyWere() {
    update(true, "/a/old", tide("old", "The old tide."), tide("one", "One tide."));
    update(true, "/a/copies", tide("old", "The old tide."), tide("one", "One tide."));
    assertThat(added()).containsExactly("one");
    long before = state();
    try (IndexingSession session = at(index).update()) {
      session.add("/a/moved-old", tide("old", "The old tide."));
      session.add("/a/moved-one", tide("one", "One tide."));
      session.removeUnseen("/a/old");
      session.removeUnseen("/a/copies");
      session.commit(List.of(new Source("/a", "")));
    }
    assertThat(added()).containsExactly("one");
    assertThat(addedSince(before)).isEmpty();
  }

  @Test
  void changedArticleIsNewAgain() {
    update(true, "/a/one", tide("one", "One tide."));
    update(true, "/a/two", tide("two", "Two tides."));
    long before = state();
    update(true, "/a/one", tide("one", "One tide, corrected."));
    assertThat(added()).containsExactly("one", "two");
    assertThat(addedSince(before)).containsExactly("one");
    update(true, "/a/one", tide("one", "Nothing of the kind."));
    assertThat(added()).containsExactly("two");
    update(true, "/a/two");
    assertThat(added()).isEmpty();
  }

  @Test
  void articlesOfOneIdAreToldApart() {
    update(true, "/a/b", tide("same", "One tide."));
    update(true, "/a/a", tide("same", "Another tide."));
    assertThat(added()).containsExactly("same", "same~2");
  }

  @Test
  void rebuildKeepsWhatIsNewAndAddsNothing() {
    update(true, "/a/one", tide("one", "One tide."), tide("two", "Two tides."));
    List<String> before = added();
    long state = state();
    update(
        false,
        "/a/other",
        tide("two", "Two tides."),
        tide("three", "Three tides."),
        tide("one", "One tide, as another release reads it."));
    assertThat(added()).isEqualTo(before);
    assertThat(addedSince(state)).isEmpty();
    assertThat(state()).isGreaterThan(state);
    update(false, "/a/other", tide("two", "Two tides."));
    assertThat(added()).containsExactly("two");
    update(true, "/a/four", tide("four", "Four tides."));
    assertThat(added()).containsExactly("four", "two");
  }

  @Test
  void joinedPartsKeepWhatIsNewAndAddNothing() {
    update(true, "/a/one", tide("one", "One tide."), tide("two", "Two tides."));
    List<String> before = added();
    List<Source> sources = List.of(new Source("/a", ""));
    for (int number = 1; number <= 2; number++) {
      try (IndexingSession part =
          at(index).part(new ArchivePart(number, 2), sources, NameMode.AS_IS)) {
        read(
            part,
            "/a/" + number,
            tide("two", "Two tides."),
            number == 1 ? tide("one", "One tide, read otherwise.") : tide("old", "The old tide."),
            tide("three-" + number, "Three tides, " + number));
        part.commit(sources);
      }
    }
    try (IndexingSession join = at(index).join()) {
      join.commit(sources);
    }
    assertThat(added()).isEqualTo(before);
    assertThat(found("tide")).hasSize(5);
    update(true, "/a/four", tide("four", "Four tides."));
    assertThat(added().getFirst()).isEqualTo("four");
  }

  @Test
  void tidyingUpKeepsThem() {
    for (int i = 0; i < 12; i++) {
      update(true, "/a/" + i, tide("t" + i, "Tide number " + i));
    }
    List<String> before = added();
    at(index).tidy();
    assertThat(added()).isEqualTo(before).hasSize(12).startsWith("t11");
  }

  @Test
  void theyArePagedInTheirOrder() {
    for (int i = 0; i < 3; i++) {
      update(true, "/a/" + i, tide("a" + i, "Tide " + i), tide("b" + i, "Tide or ebb " + i));
    }
    SearchRequest request = new AlertSearch(TIDE, Filters.none(), saved).request(2);
    List<String> ids = new ArrayList<>();
    try (SearchEngine engine = open(index)) {
      SearchResults page = engine.search(request);
      assertThat(page.total()).isEqualTo(6);
      ids.addAll(SearchAnswers.ids(page));
      while (page.next().isPresent()) {
        page = engine.search(request.after(page.next().get()));
        ids.addAll(SearchAnswers.ids(page));
      }
    }
    assertThat(ids).containsExactly("a2", "b2", "a1", "b1", "a0", "b0");
  }

  @Test
  void articlesThatCameWithABuildAreLastInTheOrderOfAdding() {
    update(true, "/a/one", tide("one", "One tide."));
    update(true, "/a/two", tide("two", "Two tides."));
    try (SearchEngine engine = open(index)) {
      SearchRequest request = new SearchRequest(TIDE, Filters.none(), SortOrder.ADDED, 1, 10);
      assertThat(SearchAnswers.ids(engine.search(request))).containsExactly("two", "one", "old");
    }
  }

  @Test
  void fieldFindsByTheDay() {
    update(true, "/a/one", tide("one", "One tide."));
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (String query :
        List.of("added:*", "added:2d", "added:>2026-01-01 tide", "added:2020..2105")) {
      assertThat(found(query)).as(query).containsExactly("one");
    }
    assertThat(found("added:" + today + " OR added:" + today.minusDays(1))).containsExactly("one");
    assertThat(found("added:<=" + today.minusDays(2))).isEmpty();
    assertThat(found("-added:* tide")).containsExactly("old");
    assertThat(found("tide -added:2d")).containsExactly("old");
  }

  @Test
  void countsAreInTheOrderOfTheAlerts() {
    update(true, "/a/one", tide("one", "One tide."), tide("two", "Two tides and a ferry."));
    List<AlertSearch> alerts =
        List.of(
            new AlertSearch(new QueryNode.Word("ferry"), Filters.none(), saved),
            new AlertSearch(new QueryNode.Word("nonesuch"), Filters.none(), saved),
            new AlertSearch(new QueryNode.Everything(), Filters.none(), saved),
            new AlertSearch(TIDE, Filters.none(), state()));
    try (SearchEngine engine = open(index)) {
      assertThat(engine.count(alerts))
          .extracting(AlertCount::count)
          .containsExactly(1L, 0L, 2L, 0L);
      assertThat(engine.count(List.of())).isEmpty();
      Instant added = engine.count(alerts).getFirst().latest().orElseThrow();
      assertThat(added)
          .isBetween(Instant.now().minus(1, ChronoUnit.HOURS), Instant.now().plusSeconds(60));
    }
  }

  /** An alert finds what the same search finds among the new articles, and counts as many. */
  @Test
  void alertsFindWhatSearchesFind() {
    Seeds.each(SEEDS, this::oneUpdate);
  }

  private void oneUpdate(Random random) {
    List<PrintedArticle> all = PrintedArticle.some(random, 20);
    List<Article> articles = PrintedArticle.plain(all);
    index = folder.resolve("random" + random.nextInt(Integer.MAX_VALUE));
    build(index, articles.subList(0, 8));
    long before = state();
    update(true, "/test/new", articles.subList(8, 20).toArray(Article[]::new));
    List<AlertSearch> alerts =
        IntStream.range(0, 40)
            .mapToObj(i -> new RandomTree(random).tree())
            .map(query -> new AlertSearch(query, Filters.none(), before))
            .toList();
    try (SearchEngine engine = open(index)) {
      List<AlertCount> counts = engine.count(alerts);
      for (int i = 0; i < alerts.size(); i++) {
        QueryNode query = alerts.get(i).query();
        List<String> meant =
            all.subList(8, 20).stream()
                .filter(each -> ReferenceEvaluator.match(query, each).isPresent())
                .map(each -> each.article().id())
                .toList();
        assertThat(counts.get(i).count()).as("%s", query).isEqualTo(meant.size());
        SearchRequest request = alerts.get(i).request(20).matching(Match.ALL);
        List<String> found = meant.isEmpty() ? meant : SearchAnswers.ids(engine.search(request));
        assertThat(found).as("%s", query).containsExactlyInAnyOrderElementsOf(meant);
      }
    }
  }
}
