package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A bare ranking takes shortcuts, but must give the order of the results pages, even if many
 * articles have equal scores and the index has several languages.
 */
abstract class RankingContract extends EngineContract {

  private static final int SEEDS = Seeds.orAsked(3);
  private static final int ARTICLES = 400;
  private static final int QUERIES = 60;
  private static final List<String> LANGUAGES = List.of("en", "de", "");
  private static final List<String> WORDS =
      List.of(
          "harbour",
          "harbours",
          "strike",
          "striking",
          "grain",
          "Preise",
          "Preis",
          "mayor",
          "the",
          "of",
          "und",
          "budget",
          "budgets",
          "bridge",
          "river",
          "storm",
          "vote",
          "voting",
          "court",
          "Gericht",
          "ferry",
          "tax",
          "taxes",
          "school",
          "Schulen",
          "union",
          "dock",
          "export");

  private int round;

  @Test
  void rankingIsTheOrderOfThePages() {
    Seeds.each(SEEDS, this::oneCorpus);
  }

  private void oneCorpus(Random random) {
    Path index = folder.resolve("index" + round++);
    List<String> languages = LANGUAGES.subList(0, 1 + random.nextInt(LANGUAGES.size()));
    build(
        index, IntStream.range(0, ARTICLES).mapToObj(i -> article(random, i, languages)).toList());
    try (SearchEngine engine = open(index)) {
      for (int i = 0; i < QUERIES; i++) {
        check(engine, words(random, 1 + random.nextInt(10)), filters(random), random);
      }
    }
  }

  private static Article article(Random random, int number, List<String> languages) {
    return Article.withId("a" + random.nextInt(1_000_000) + "-" + number)
        .title(words(random, random.nextInt(3)))
        .paragraphs(List.of(words(random, 2 + random.nextInt(8))))
        .source(random.nextBoolean() ? "Harbour Post" : "River Times")
        .language(languages.get(random.nextInt(languages.size())))
        .build();
  }

  private static String words(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> WORDS.get(random.nextInt(WORDS.size())))
        .collect(Collectors.joining(" "));
  }

  private static Filters filters(Random random) {
    return random.nextInt(3) > 0
        ? Filters.none()
        : Filters.none().with(FacetField.SOURCE, List.of("River Times"));
  }

  private static void check(SearchEngine engine, String typed, Filters filters, Random random) {
    QueryNode query = QueryParser.parse(typed, LocalDate.EPOCH).root();
    int depth = 1 + random.nextInt(80);
    SearchRequest request =
        new SearchRequest(query, filters, SortOrder.RELEVANCE, 1, 100).unfolded();
    SearchResults results = engine.search(request);
    List<String> pages = SearchAnswers.ids(results);
    List<String> ranked = engine.rank(SearchRequest.of(query, filters), depth).ids();
    int asAsked = Math.min(depth, results.tiers().onPage()); // those that follow may be more here
    assertThat(ranked.subList(0, asAsked))
        .as("the first %s of %s", depth, typed)
        .isEqualTo(pages.subList(0, asAsked));
  }
}
