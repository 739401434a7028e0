package broadsheet.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.engine.ReferenceEvaluator.Place;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.Timeline;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the engine with {@link ReferenceEvaluator} over random articles and queries. */
abstract class QueryMeaningContract extends EngineContract {

  /** Number of corpora to try by default; {@code -Dseeds=N} tries more. */
  private static final int SEEDS = Seeds.orAsked(5);

  private static final int ARTICLES = 25;
  private static final int QUERIES = 50;

  /** Number of article pages checked for each query. */
  private static final int PAGES = 5;

  @Test
  void theEngineFindsExactlyWhatTheQueryMeansAndMarksExactlyWhatMatched() {
    checkRandomQueries(SEEDS, ARTICLES, QUERIES, QueryMeaningContract::check);
  }

  @Test
  void wordsAreAlsoFoundAsOthersWriteThem() {
    checkRandomQueries(
        Seeds.orAsked(2),
        ARTICLES,
        QUERIES,
        ReferenceVariants.WORDS,
        (engine, query, articles) -> {
          ReferenceVariants variants = new ReferenceVariants(query, articles);
          articles.forEach(article -> article.reading(variants));
          check(engine, query, articles);
        });
  }

  /** Random queries seldom have a stop word beside nothing but these. */
  @Test
  void stopWordsAreRequiredBesideValuesDatesAndExclusions() {
    List<PrintedArticle> articles = PrintedArticle.some(new Random(2), ARTICLES);
    build(folder, PrintedArticle.plain(articles));
    try (SearchEngine engine = open(folder)) {
      for (String beside : List.of("source:*e*", "source:the", "date:2020", "-source:*e*")) {
        for (String query : List.of("of " + beside, "of the " + beside, "of news " + beside)) {
          check(engine, parsed(query), articles);
          check(engine, parsed("-(%s)".formatted(query)), articles);
        }
      }
    }
  }

  /** An article without a date has a part of each query, and nothing to mark for it. */
  @Test
  void stopWordsAreNotMarkedBesideOtherParts() {
    List<PrintedArticle> articles = PrintedArticle.some(new Random(2), ARTICLES);
    build(folder, PrintedArticle.plain(articles));
    try (SearchEngine engine = open(folder)) {
      for (String word : List.of("of", "the", "and", "many")) {
        String others = "(date:unknown OR \"spy spy\") \"treaty spy treaty\" ";
        check(engine, parsed(others + word), articles);
      }
    }
  }

  private static QueryNode parsed(String query) {
    return QueryParser.parse(query, LocalDate.EPOCH).root();
  }

  private static void check(SearchEngine engine, QueryNode query, List<PrintedArticle> articles) {
    Map<String, Set<Place>> expected = expected(query, articles);
    SearchRequest request = new SearchRequest(query, Filters.none(), SortOrder.RELEVANCE, 1, 100);
    SearchResults asUsual = engine.search(request);
    SearchResults results =
        asUsual.tiers().isOneList() ? engine.search(request.matching(Match.ALL)) : asUsual;
    assertThat(asUsual.tiers().all()).as("%s", query).isEqualTo(expected.size());
    int full = results.tiers().onPage();
    assertThat(results.hits().subList(0, full))
        .extracting(Hit::id)
        .as("%s", query)
        .containsExactlyInAnyOrderElementsOf(expected.keySet());
    List<Hit> following = results.hits().subList(full, results.hits().size());
    assertThat(results.total()).isEqualTo(full > 0 ? full : following.size());
    assertFollowing(query, following, expected, articles);
    assertOrder(query, results.hits().subList(0, full));
    assertOrder(query, following);
    Map<String, Hit> hits = new HashMap<>();
    results.hits().forEach(hit -> hits.put(hit.id(), hit));
    for (PrintedArticle article : articles) {
      String id = article.article().id();
      if (expected.containsKey(id)) {
        assertHitShowsItsMatches(
            query, requireNonNull(hits.get(id)), article, requireNonNull(expected.get(id)));
      }
    }
    assertCounted(engine, query, results, articles, expected.keySet());
    for (PrintedArticle article : articles.subList(0, PAGES)) {
      MarkedArticle page = engine.find(article.article().id(), query).orElseThrow();
      assertMarks(query, page, marked(query, article));
    }
  }

  /** The best first; ties by id. */
  private static void assertOrder(QueryNode query, List<Hit> hits) {
    Comparator<Hit> bestFirst = Comparator.comparing(Hit::score, Comparator.reverseOrder());
    assertThat(hits).as("%s", query).isSortedAccordingTo(bestFirst.thenComparing(Hit::id));
  }

  /** Facets count the first tier; the timeline of its own counts only full matches. */
  private static void assertCounted(
      SearchEngine engine,
      QueryNode query,
      SearchResults results,
      List<PrintedArticle> articles,
      Set<String> matches) {
    Set<String> firstTier = matches.isEmpty() ? new HashSet<>(SearchAnswers.ids(results)) : matches;
    ReferenceCounts.of(PrintedArticle.plain(articles), firstTier).assertEqual(results);
    assertThat(engine.timeline(query, Filters.none(), Optional.of(Timeline.Unit.MONTH)))
        .as("%s", query)
        .isEqualTo(
            ReferenceCounts.of(PrintedArticle.plain(articles), matches)
                .timeline(Timeline.Unit.MONTH));
    assertThat(engine.hasAny(query, Filters.none())).as("%s", query).isEqualTo(!matches.isEmpty());
  }

  /** The articles that match all of the query. */
  private static Map<String, Set<Place>> expected(QueryNode query, List<PrintedArticle> articles) {
    Map<String, Set<Place>> full = new HashMap<>();
    for (PrintedArticle article : articles) {
      ReferenceEvaluator.match(query, article).ifPresent(p -> full.put(article.article().id(), p));
    }
    return full;
  }

  /**
   * If few articles match all of it, articles that match part of it follow, with the parts they
   * lack.
   */
  private static void assertFollowing(
      QueryNode query,
      List<Hit> following,
      Map<String, Set<Place>> full,
      List<PrintedArticle> articles) {
    if (!ReferenceEvaluator.mayOthersFollow(query, full.size())) {
      assertThat(following).as("%s", query).isEmpty();
      return;
    }
    for (Hit hit : following) {
      PrintedArticle article =
          articles.stream()
              .filter(a -> a.article().id().equals(hit.id()))
              .findFirst()
              .orElseThrow();
      Optional<Set<Place>> some = ReferenceEvaluator.matchSome(query, full.size(), article);
      assertThat(full).as("%s", query).doesNotContainKey(hit.id());
      assertThat(some).as("%s in %s", query, hit.id()).isPresent();
      assertHitShowsItsMatches(query, hit, article, some.orElseThrow());
    }
  }

  /** The marks on an article's own page: the whole query or, failing that, the parts it has. */
  private static Set<Place> marked(QueryNode query, PrintedArticle article) {
    return ReferenceEvaluator.match(query, article)
        .orElseGet(() -> ReferenceEvaluator.anyPart(query, article));
  }

  private static void assertHitShowsItsMatches(
      QueryNode query, Hit hit, PrintedArticle article, Set<Place> places) {
    Set<String> matched = new HashSet<>();
    places.forEach(place -> matched.add(text(article, place)));
    List<MarkedText> shown =
        Stream.of(
                Stream.of(hit.title()),
                hit.snippets().stream(),
                hit.values().values().stream().flatMap(List::stream))
            .flatMap(texts -> texts)
            .toList();
    assertThat(shown.stream().anyMatch(MarkedText::isMarked))
        .as("%s marked in %s", query, hit)
        .isEqualTo(!places.isEmpty());
    for (MarkedText text : shown) {
      for (MarkedText.Mark mark : text.marks()) {
        String marked = text.text().substring(mark.start(), mark.end());
        assertThat(matched.stream().anyMatch(m -> m.contains(marked) || marked.contains(m)))
            .as("“%s” marked for %s", marked, query)
            .isTrue();
      }
    }
  }

  private static void assertMarks(QueryNode query, MarkedArticle article, Set<Place> places) {
    assertMarks(query, List.of(article.title()), QueryField.TITLE, places);
    assertMarks(query, List.of(article.standfirst()), QueryField.STANDFIRST, places);
    assertMarks(query, article.paragraphs(), QueryField.BODY, places);
    assertMarks(query, article.captions(), QueryField.CAPTION, places);
    assertMarks(query, article.values(FacetField.SOURCE), QueryField.SOURCE, places);
  }

  private static void assertMarks(
      QueryNode query, List<MarkedText> texts, QueryField field, Set<Place> places) {
    for (int paragraph = 0; paragraph < texts.size(); paragraph++) {
      int number = paragraph;
      BitSet expected = new BitSet();
      places.stream()
          .filter(p -> p.field() == field && p.paragraph() == number)
          .forEach(p -> expected.set(p.start(), p.end()));
      BitSet actual = new BitSet();
      texts.get(paragraph).marks().forEach(m -> actual.set(m.start(), m.end()));
      assertThat(actual)
          .as("%s marked for %s", SearchAnswers.bracketed(texts.get(paragraph)), query)
          .isEqualTo(expected);
    }
  }

  static String text(PrintedArticle article, Place place) {
    String text =
        switch (place.field()) {
          case TITLE -> article.article().title();
          case STANDFIRST -> article.article().standfirst();
          case CAPTION -> article.article().captions().get(place.paragraph());
          case SOURCE -> article.article().source();
          default -> article.article().paragraphs().get(place.paragraph());
        };
    return text.substring(place.start(), place.end());
  }
}
