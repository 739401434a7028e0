package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A query of three content words or more has one list by score, of articles with all of them and
 * with enough of them.
 */
abstract class OneListContract extends SharedArchiveContract {

  private static final String QUERY = "harbour ferry strike";

  /** 4 articles with all three words, 30 with two, 60 with the commonest alone, 200 with none. */
  @Override
  List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      articles.add(
          article(
              "whole" + i,
              "At the end of a long day in town %s the mayor spoke of the harbour, of a school"
                  + " roof, of the ferry, of rain, and of a strike that nobody expected.",
              i));
    }
    for (int i = 0; i < 30; i++) {
      articles.add(article("pair" + i, "Ferry strike: crew %s stays ashore.", i));
    }
    for (int i = 0; i < 60; i++) {
      articles.add(article("one" + i, "Boats lay in harbour %s.", i));
    }
    for (int i = 0; i < 200; i++) {
      articles.add(article("other" + i, "A train left for town %s at noon.", i));
    }
    return articles;
  }

  private static Article article(String id, String text, int number) {
    return Article.withId(id)
        .title("Report " + number)
        .paragraphs(List.of(text.replace("%s", Integer.toString(number))))
        .language("en")
        .source(id.replaceAll("\\d", ""))
        .publishedAt(PublicationDate.stated("1987-03-" + (10 + number % 20)))
        .build();
  }

  private static QueryNode parsed(String text) {
    return QueryParser.parse(text, LocalDate.of(2026, 1, 15)).root();
  }

  private static SearchRequest request(String text, int page, int size) {
    return new SearchRequest(parsed(text), Filters.none(), SortOrder.RELEVANCE, page, size);
  }

  private SearchResults found(String text) {
    return engine.search(request(text, 1, 100));
  }

  @Test
  void oneListIsRankedByScoreAndCountedAsAWhole() {
    SearchResults results = found(QUERY);

    assertThat(results.total()).isEqualTo(94);
    assertThat(results.tiers().all()).isEqualTo(4);
    assertThat(results.tiers().some()).isEqualTo(90);
    assertThat(results.tiers().listed()).isEqualTo(94);
    assertThat(results.tiers().words()).isEqualTo(3);
    assertThat(results.tiers().isDivided(results.hits().size())).isFalse();
    assertThat(results.isFollowed()).isFalse();
    assertThat(results.tiers().note().map(Note::text)).hasValue("4 articles have all 3 words.");
    assertThat(results.hits())
        .extracting(Hit::score)
        .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    assertThat(results.hits().getFirst().missing())
        .as("a short article with two words beats a long one with all")
        .containsExactly("harbour");
  }

  @Test
  void eachHitNamesTheWordsItLacks() {
    for (Hit hit : found(QUERY).hits()) {
      List<String> lacking =
          switch (hit.id().replaceAll("\\d", "")) {
            case "whole" -> List.of();
            case "pair" -> List.of("harbour");
            default -> List.of("ferry", "strike");
          };
      assertThat(hit.missing()).as(hit.id()).isEqualTo(lacking);
    }
  }

  @Test
  void facetsAndTimelineCountTheList() {
    SearchResults results = found(QUERY);

    assertThat(results.facets().get(FacetField.SOURCE))
        .extracting(count -> count.value() + " " + count.count())
        .containsExactly("one 60", "pair 30", "whole 4");
    assertThat(results.timeline().buckets().stream().mapToLong(b -> b.count()).sum()).isEqualTo(94);
  }

  @Test
  void pagesRunThroughTheListByNumberAndByCursor() {
    List<String> whole = SearchAnswers.ids(found(QUERY));
    List<String> numbered = new ArrayList<>();
    List<String> chained = new ArrayList<>();
    SearchRequest next = request(QUERY, 1, 20);
    for (int page = 1; page <= 5; page++) {
      SearchResults byNumber = engine.search(request(QUERY, page, 20));
      assertThat(byNumber.tiers().all()).isEqualTo(4);
      numbered.addAll(SearchAnswers.ids(byNumber));
      SearchResults byCursor = engine.search(next);
      chained.addAll(SearchAnswers.ids(byCursor));
      next = byCursor.next().map(next::after).orElse(next);
    }
    assertThat(numbered).isEqualTo(whole);
    assertThat(chained).isEqualTo(whole);
  }

  @Test
  void sortedByDateTheListIsSortedByDate() {
    SearchResults newest =
        engine.search(new SearchRequest(parsed(QUERY), Filters.none(), SortOrder.NEWEST, 1, 100));

    assertThat(newest.total()).isEqualTo(94);
    assertThat(newest.hits())
        .extracting(hit -> hit.publishedAt().iso())
        .isSortedAccordingTo((one, other) -> other.compareTo(one));
  }

  @Test
  void exportsHaveTheListAndRankingsItsOrder() {
    assertThat(SearchAnswers.exported(engine, request(QUERY, 1, 10)))
        .containsExactlyElementsOf(SearchAnswers.ids(found(QUERY)));
    assertThat(engine.rank(request(QUERY, 1, 10), 1_000).ids())
        .containsExactlyElementsOf(SearchAnswers.ids(found(QUERY)));
  }

  @Test
  void explanationsTellThePlaceInTheList() {
    List<String> ids = SearchAnswers.ids(found(QUERY));
    for (int place : List.of(0, 29, 30, 33, 40)) {
      Explanation why = engine.explain(request(QUERY, 1, 10), ids.get(place)).orElseThrow();

      assertThat(why.rank()).as(ids.get(place)).hasValue(place + 1);
      assertThat(why.fit())
          .isEqualTo(
              ids.get(place).startsWith("whole") ? Explanation.Fit.WHOLE : Explanation.Fit.PART);
    }
    assertThat(engine.explain(request(QUERY, 1, 10), "other1").orElseThrow().rank()).isEmpty();
  }

  @Test
  void matchAllHasOnlyArticlesWithAllWords() {
    SearchRequest request = request(QUERY, 1, 10).matching(Match.ALL);
    SearchResults results = engine.search(request);

    assertThat(results.total()).isEqualTo(4);
    assertThat(results.tiers().some()).isZero();
    assertThat(results.tiers().note()).isEmpty();
    assertThat(results.hits()).hasSize(4).allMatch(hit -> hit.id().startsWith("whole"));
    assertThat(results.facets().get(FacetField.SOURCE))
        .extracting(count -> count.value() + " " + count.count())
        .containsExactly("whole 4");
    assertThat(SearchAnswers.exported(engine, request)).hasSize(4);
    assertThat(engine.rank(request, 100).ids()).hasSize(4);
    assertThat(engine.explain(request, "pair1").orElseThrow().rank()).isEmpty();
  }

  @Test
  void matchAllOfTwoWordsHasNothingBelow() {
    SearchResults results = engine.search(request("harbour strike", 1, 50).matching(Match.ALL));

    assertThat(results.hits()).hasSize(4);
    assertThat(engine.search(request("harbour zebra", 1, 50).matching(Match.ALL)).total()).isZero();
  }

  @Test
  void matchSomeMakesOneListOfTwoWords() {
    SearchResults tiers = found("harbour strike");
    assertThat(tiers.total()).as("two tiers").isEqualTo(4);

    SearchRequest request = request("harbour strike", 1, 100).matching(Match.SOME);
    SearchResults list = engine.search(request);
    assertThat(list.total()).isEqualTo(94);
    assertThat(list.tiers().all()).isEqualTo(4);
    assertThat(SearchAnswers.exported(engine, request)).hasSize(94);
  }

  @Test
  void stopWordsAndRepeatedWordsMakeNoQueryLonger() {
    Stream.of("the harbour of a strike", "harbour Harbour strike", "did the harbour strike")
        .forEach(text -> assertThat(found(text).tiers().all()).as(text).isEqualTo(4));
    Stream.of("the harbour of a strike", "harbour Harbour strike", "did the harbour strike")
        .forEach(text -> assertThat(found(text).total()).as(text).isEqualTo(4));
  }

  @Test
  void onlyWordsSideBySideAreOptional() {
    assertThat(found("harbour AND ferry AND strike").total()).isEqualTo(4);
    assertThat(found("\"ferry strike\" harbour crew ashore").hits())
        .hasSize(30)
        .allMatch(hit -> hit.id().startsWith("pair"));
    assertThat(found(QUERY + " -crew").total()).isEqualTo(64);
    assertThat(found(QUERY + " source:pair").total()).isEqualTo(30);
  }

  @Test
  void whereNoArticleHasAllTheListSaysSo() {
    SearchResults results = found("ferry strike zebra");

    assertThat(results.total()).isEqualTo(34);
    assertThat(results.tiers().all()).isZero();
    assertThat(Note.texts(results.notes()))
        .contains("No article has all 3 words; these have some of them.");
    assertThat(results.clauses())
        .extracting(clause -> clause.count())
        .containsExactly(34L, 34L, 0L);
  }

  @Test
  void trendsCountOnlyArticlesWithAllWords() {
    assertThat(
            engine.timeline(parsed(QUERY), Filters.none(), Optional.empty()).buckets().stream()
                .mapToLong(b -> b.count())
                .sum())
        .isEqualTo(4);
  }
}
