package broadsheet.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares lists of three content words or more with {@link ReferenceEvaluator}. */
abstract class ListMeaningContract extends EngineContract {

  /** Number of corpora to try by default; {@code -Dseeds=N} tries more. */
  private static final int SEEDS = Seeds.orAsked(2);

  private static final int ARTICLES = 25;
  private static final int QUERIES = 40;

  /** Stop words in none of the languages. */
  private static final List<String> WORDS =
      List.of("balloon", "talks", "Talked", "China", "Zürich", "running", "spy", "treaty", "Haus");

  @Test
  void listsHaveEveryArticleWithEnoughOfTheWordsAndNameTheOthers() {
    Seeds.each(
        SEEDS,
        random -> {
          List<PrintedArticle> articles = PrintedArticle.some(random, ARTICLES);
          Path index = folder.resolve("index" + random.nextInt(Integer.MAX_VALUE));
          build(index, PrintedArticle.plain(articles));
          try (SearchEngine engine = open(index)) {
            for (int i = 0; i < QUERIES; i++) {
              check(engine, words(random), articles);
            }
          }
        });
  }

  private static List<QueryNode> words(Random random) {
    List<String> shuffled = new ArrayList<>(WORDS);
    Collections.shuffle(shuffled, random);
    return shuffled.stream()
        .limit(3L + random.nextInt(4))
        .<QueryNode>map(QueryNode.Word::new)
        .toList();
  }

  private static void check(
      SearchEngine engine, List<QueryNode> words, List<PrintedArticle> articles) {
    SearchRequest request =
        new SearchRequest(
                new QueryNode.Together(words), Filters.none(), SortOrder.RELEVANCE, 1, 100)
            .unfolded();
    SearchResults results = engine.search(request);
    Map<String, PrintedArticle> listed = new HashMap<>();
    Map<String, Set<QueryNode>> had = new HashMap<>();
    for (PrintedArticle article : articles) {
      had.put(article.article().id(), had(words, article));
      listed.put(article.article().id(), article);
    }
    listed.keySet().retainAll(SearchAnswers.ids(results));

    Set<String> whole =
        had.keySet().stream()
            .filter(id -> requireNonNull(had.get(id)).size() == words.size())
            .collect(Collectors.toSet());
    assertThat(listed.keySet()).as("%s", words).containsAll(whole);
    assertThat(results.total()).isEqualTo(results.hits().size());
    assertThat(results.tiers().all()).as("%s", words).isEqualTo(whole.size());
    assertThat(SearchAnswers.ids(engine.search(request.matching(Match.ALL))))
        .containsExactlyInAnyOrderElementsOf(whole);
    for (Hit hit : results.hits()) {
      List<String> missing =
          words.stream()
              .filter(word -> !requireNonNull(had.get(hit.id())).contains(word))
              .map(word -> ((QueryNode.Word) word).text())
              .toList();
      assertThat(hit.missing()).as("%s in %s", words, hit.id()).isEqualTo(missing);
      assertThat(missing).hasSizeLessThan(words.size());
      assertMarked(words, hit, requireNonNull(listed.get(hit.id())));
    }
    for (PrintedArticle article : articles) {
      if (!listed.containsKey(article.article().id())) {
        assertThat(listed.values())
            .as("%s, not listed: %s", words, article.article().id())
            .noneMatch(other -> isAtLeast(article, other, had));
      }
    }
  }

  private static Set<QueryNode> had(List<QueryNode> words, PrintedArticle article) {
    return words.stream()
        .filter(word -> ReferenceEvaluator.match(word, article).isPresent())
        .collect(Collectors.toSet());
  }

  /** Whether an article has all the words that another of its language has. */
  private static boolean isAtLeast(
      PrintedArticle one, PrintedArticle other, Map<String, Set<QueryNode>> had) {
    return one.article().language().equals(other.article().language())
        && requireNonNull(had.get(one.article().id()))
            .containsAll(requireNonNull(had.get(other.article().id())));
  }

  private static void assertMarked(List<QueryNode> words, Hit hit, PrintedArticle article) {
    Set<String> matched =
        words.stream()
            .flatMap(word -> ReferenceEvaluator.match(word, article).stream())
            .flatMap(Set::stream)
            .map(place -> QueryMeaningContract.text(article, place))
            .collect(Collectors.toSet());
    List<MarkedText> shown =
        Stream.concat(Stream.of(hit.title()), hit.snippets().stream()).toList();
    assertThat(shown).as("%s in %s", words, hit.id()).anyMatch(MarkedText::isMarked);
    for (MarkedText text : shown) {
      text.marks()
          .forEach(
              mark ->
                  assertThat(matched)
                      .as("%s in %s", words, hit.id())
                      .contains(text.text().substring(mark.start(), mark.end())));
    }
  }
}
