package broadsheet.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares both tiers of random queries of plain words with a reference that examines every
 * article: the articles with all words, and those whose words carry enough of the query's rarity.
 */
class RandomTiersTest {

  private static final int QUERIES = 60;
  private static final int WORDS = 60;
  private static final String CONSONANTS = "bdfgklmnprtv";

  @TempDir private Path folder;

  /** A made-up word. None is another word with an ending, and none is a stop word. */
  private static String word(int number) {
    char first = CONSONANTS.charAt(number % CONSONANTS.length());
    char second = CONSONANTS.charAt(number / CONSONANTS.length());
    return "" + first + "a" + second + "obu";
  }

  /** Draws the words of an article: a few words are in most articles, and most words in few. */
  private static Set<Integer> draw(Random random, int count) {
    Set<Integer> words = new LinkedHashSet<>();
    for (int i = 0; i < count; i++) {
      words.add((int) (WORDS * Math.pow(random.nextDouble(), 2.5)));
    }
    return words;
  }

  private static Map<String, Set<Integer>> corpus(Random random) {
    Map<String, Set<Integer>> corpus = new LinkedHashMap<>();
    int articles = 20 + random.nextInt(230);
    for (int i = 0; i < articles; i++) {
      corpus.put("a" + (1_000 + i), draw(random, 1 + random.nextInt(8)));
    }
    return corpus;
  }

  private static Article article(String id, Set<Integer> words) {
    String text =
        words.stream().map(RandomTiersTest::word).collect(Collectors.joining(" ")) + " " + id;
    return Article.withId(id).paragraphs(List.of(text)).language("en").build();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void bothTiersHaveWhatTheReferenceHas(long seed) {
    Random random = new Random(seed);
    Map<String, Set<Integer>> corpus = corpus(random);
    List<Article> articles = new ArrayList<>();
    corpus.forEach((id, words) -> articles.add(article(id, words)));
    TestIndex.build(folder, articles);
    int followed = 0;
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder)) {
      for (int i = 0; i < QUERIES; i++) {
        Set<Integer> asked = draw(random, 2 + random.nextInt(9));
        if (asked.size() > 1) {
          followed += check(engine, corpus, asked) ? 1 : 0;
        }
      }
    }
    assertThat(followed).as("queries with a second tier").isGreaterThan(QUERIES / 4);
  }

  /** Checks one query. Returns whether there is a second tier. */
  private static boolean check(
      LuceneSearchEngine engine, Map<String, Set<Integer>> corpus, Set<Integer> asked) {
    String text = asked.stream().map(RandomTiersTest::word).collect(Collectors.joining(" "));
    SearchRequest request =
        new SearchRequest(
                QueryParser.parse(text, LocalDate.EPOCH).root(),
                Filters.none(),
                SortOrder.RELEVANCE,
                1,
                SearchRequest.MAX_SIZE)
            .unfolded();
    SearchResults results = engine.search(request);
    Set<String> all = new HashSet<>();
    Set<String> some = new HashSet<>();
    double enough = enough(corpus, asked);
    corpus.forEach(
        (id, words) -> {
          if (words.containsAll(asked)) {
            all.add(id);
          } else if (carried(corpus, asked, words) >= enough) {
            some.add(id);
          }
        });
    assertThat(results.tiers().all()).as(text).isEqualTo(all.size());
    Set<String> found = results.hits().stream().map(Hit::id).collect(Collectors.toSet());
    if (all.size() >= 10) {
      assertThat(results.tiers().some()).as(text).isZero();
      return false;
    }
    long most = all.isEmpty() ? some.size() : Math.min(100, some.size());
    assertThat(results.tiers().some()).as(text).isEqualTo(most);
    if (all.size() + some.size() <= SearchRequest.MAX_SIZE) {
      Set<String> both = new HashSet<>(all);
      both.addAll(some);
      assertThat(found).as(text).isEqualTo(both);
    }
    return !some.isEmpty();
  }

  /**
   * The rarity that an article's words must carry, a smaller share for a long query; see
   * docs/query-language.md.
   */
  private static double enough(Map<String, Set<Integer>> corpus, Set<Integer> asked) {
    double share = 0.2 * Math.sqrt(Math.min(1.0, 5.0 / asked.size()));
    return share * carried(corpus, asked, asked) * (1 - 1e-9);
  }

  private static double carried(
      Map<String, Set<Integer>> corpus, Set<Integer> asked, Set<Integer> words) {
    double sum = 0;
    for (int word : asked) {
      long has = corpus.values().stream().filter(others -> others.contains(word)).count();
      if (has > 0 && words.contains(word)) {
        sum += Math.log(1 + (corpus.size() - has + 0.5) / (has + 0.5));
      }
    }
    return sum;
  }
}
