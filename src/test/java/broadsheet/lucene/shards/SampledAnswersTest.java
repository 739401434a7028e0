package broadsheet.lucene.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.Seeds;
import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.corpus.Reading;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.NameMode;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Contrast;
import broadsheet.engine.request.DateSpan;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.DistinctiveWords;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.SimilarArticles;
import broadsheet.ledger.Source;
import broadsheet.lucene.LuceneEngine;
import broadsheet.lucene.coordinator.ShardedSearchEngine;
import broadsheet.lucene.staging.Settling;
import broadsheet.lucene.staging.ShippingSession;
import broadsheet.lucene.staging.WorkingCopy;
import broadsheet.query.QueryNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Answers made from samples of an archive, or from its words: completions, <em>Did you mean</em>,
 * distinctive words, those of a peak, and similar articles. An archive in any number of shards
 * gives the very answers of the same archive in one index.
 */
@Thorough
class SampledAnswersTest {

  private static final int SEEDS = Seeds.orAsked(0);
  private static final int ARTICLES = 800;
  private static final int MOST_SHARDS = 5;
  private static final int ASKED = 12;

  /** The limit in the documentation. */
  private static final int MOST_READ = 300;

  private static final LocalDate FIRST = LocalDate.of(2021, 5, 1);
  private static final int DAYS = 30;
  private static final int SUBJECTS = 6;
  private static final int WORDS_OF_A_SUBJECT = 6;
  private static final int DAYS_OF_A_SUBJECT = 7;

  /** Time enough on a busy machine, so that no answer is cut short. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  @TempDir private Path folder;
  private int round;

  @Test
  void completionsAreTheSame() {
    Seeds.each(SEEDS, random -> random(random, Comparison::completions));
  }

  @Test
  void otherSpellingsAreTheSame() {
    Seeds.each(SEEDS, random -> random(random, Comparison::spellings));
  }

  @Test
  void distinctiveWordsAreTheSame() {
    Seeds.each(SEEDS, random -> random(random, Comparison::distinctive));
  }

  @Test
  void wordsOfPeaksAreTheSame() {
    Seeds.each(SEEDS, random -> random(random, Comparison::peaks));
  }

  @Test
  void similarArticlesAreTheSame() {
    Seeds.each(SEEDS, random -> random(random, Comparison::similar));
  }

  @Test
  void realNewsAnswersTheSame() {
    String data = System.getProperty("broadsheet.data", "../shared/data");
    Path files = Path.of(data, "reuters21578");
    assumeTrue(Files.isDirectory(files), "no " + files + " here: not tested");
    List<Article> articles =
        Reading.of(files.resolve("reut2-000.sgm"), files.resolve("reut2-001.sgm")).articles();
    Seeds.each(
        0,
        random ->
            compare(
                articles,
                4,
                random,
                both -> {
                  both.completions();
                  both.spellings();
                  both.distinctive();
                  both.peaks();
                  both.similar();
                }));
  }

  private void random(Random random, Consumer<Comparison> comparing) {
    List<String> words = words(random, 400);
    List<Article> articles = new ArrayList<>();
    while (articles.size() < ARTICLES) {
      articles.add(article(random, words, articles));
    }
    compare(articles, 1 + random.nextInt(MOST_SHARDS), random, comparing);
  }

  private void compare(
      List<Article> articles, int shards, Random random, Consumer<Comparison> comparing) {
    Path place = folder.resolve("archive" + round++);
    Settling settling = new Settling(place, new FolderFiles(place.resolve("kept")));
    Generations generations = Generations.in(place, shards);
    try (IndexingSession session =
        ShippingSession.rebuilding(
            settling.rebuild(NameMode.AS_IS), settling.shared(), generations, () -> {})) {
      articles.forEach(session::add);
      session.commit(List.of(new Source("/test", "")));
    }
    Path whole = place.resolve("whole");
    try (WorkingCopy copy = settling.open()) {
      Generations.write(List.of(whole), copy.description(), copy.all());
    }
    try (SearchEngine expected = new LuceneEngine(whole).search(LIMIT);
        SearchEngine actual = new ShardedSearchEngine(new LocalShards(generations), LIMIT)) {
      comparing.accept(
          new Comparison(expected, actual, shards + " shards", Words.of(articles), random));
    }
  }

  /** The words of an archive, and the most frequent of them. */
  private record Words(List<String> all, List<String> frequent, List<LocalDate> days) {

    static Words of(List<Article> articles) {
      Map<String, Integer> frequencies = new TreeMap<>();
      for (Article article : articles) {
        for (String word : String.join(" ", article.paragraphs()).split("[^\\p{L}]+", -1)) {
          if (word.length() > 3) {
            frequencies.merge(word, 1, Integer::sum);
          }
        }
      }
      return new Words(
          List.copyOf(frequencies.keySet()),
          frequencies.entrySet().stream()
              .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
              .limit(60)
              .map(Map.Entry::getKey)
              .toList(),
          articles.stream().flatMap(article -> article.publishedAt().first().stream()).toList());
    }
  }

  private record Comparison(
      SearchEngine expected, SearchEngine actual, String shards, Words words, Random random) {

    void completions() {
      int found = 0;
      for (int i = 0; i < 2 * ASKED; i++) {
        String word = oneOf(words.all(), random);
        String beginning = word.substring(0, 1 + random.nextInt(3));
        String typed =
            switch (i % 4) {
              case 0 -> beginning;
              case 1 -> oneOf(words.frequent(), random) + " " + beginning;
              case 2 -> oneOf(words.frequent(), random) + " ";
              default -> "\"" + oneOf(words.frequent(), random) + " " + beginning;
            };
        List<String> suggestions = expected.suggest(typed, 10);
        assertThat(actual.suggest(typed, 10))
            .as("%s: completions of %s", shards, typed)
            .isEqualTo(suggestions);
        found += suggestions.size();
      }
      assertThat(found).isPositive();
    }

    void spellings() {
      int found = 0;
      for (int i = 0; i < 2 * ASKED; i++) {
        QueryNode first = new QueryNode.Word(misspelt(oneOf(words.all(), random), random));
        QueryNode second = new QueryNode.Word(oneOf(words.all(), random));
        QueryNode query = i % 2 == 0 ? first : new QueryNode.Together(List.of(first, second));
        SearchRequest request = SearchRequest.of(query);
        List<String> spellings = expected.search(request).didYouMean();
        assertThat(actual.search(request).didYouMean())
            .as("%s: other spellings of %s", shards, query)
            .isEqualTo(spellings);
        found += spellings.size();
      }
      assertThat(found).isPositive();
    }

    void distinctive() {
      int found = 0;
      for (int i = 0; i < ASKED; i++) {
        found += distinctive(new Contrast.Others());
      }
      assertThat(found).isPositive();
    }

    void peaks() {
      int found = 0;
      for (int i = 0; i < ASKED; i++) {
        LocalDate start = oneOf(words.days(), random);
        DateSpan span = new DateSpan(start, start.plusDays(random.nextInt(15)));
        DateSpan around = new DateSpan(start.minusDays(60), start.plusDays(60));
        found += distinctive(new Contrast.Days(span, around));
      }
      assertThat(found).isPositive();
    }

    /** The number of words. */
    private int distinctive(Contrast contrast) {
      QueryNode query = new QueryNode.Word(oneOf(words.frequent(), random));
      DistinctiveWords found = expected.distinctiveWords(query, Filters.none(), contrast);
      assertThat(actual.distinctiveWords(query, Filters.none(), contrast))
          .as("%s: words of %s, %s", shards, query, contrast)
          .isEqualTo(found);
      assertThat(found.within().read()).isLessThanOrEqualTo(MOST_READ);
      assertThat(found.around().read()).isLessThanOrEqualTo(MOST_READ);
      return found.words().size();
    }

    void similar() {
      int found = 0;
      for (int i = 0; i < ASKED; i++) {
        SearchRequest request =
            SearchRequest.of(new QueryNode.Word(oneOf(words.frequent(), random)));
        for (Hit hit : expected.search(request).hits().stream().limit(2).toList()) {
          SimilarArticles similar = expected.similarTo(hit.id(), 5);
          assertThat(actual.similarTo(hit.id(), 5))
              .as("%s: similar to %s", shards, hit.id())
              .isEqualTo(similar);
          found += similar.articles().size();
        }
      }
      assertThat(found).isPositive();
    }
  }

  private static String misspelt(String word, Random random) {
    int at = random.nextInt(word.length());
    String letter = Character.toString('a' + random.nextInt(26));
    return word.substring(0, at) + letter + word.substring(at + random.nextInt(2));
  }

  /** Words of syllables, many of them spelt alike. */
  private static List<String> words(Random random, int count) {
    List<String> syllables =
        List.of("ba", "re", "lo", "mi", "tu", "san", "der", "kol", "pi", "gar");
    return Stream.generate(
            () ->
                Stream.generate(() -> oneOf(syllables, random))
                    .limit(2 + random.nextInt(2))
                    .collect(Collectors.joining()))
        .distinct()
        .limit(count)
        .toList();
  }

  /** Each has a subject, with words and a time of its own. Some are reprints. */
  private static Article article(Random random, List<String> words, List<Article> others) {
    int number = others.size();
    boolean isReprint = number > 0 && random.nextInt(8) == 0;
    String text =
        isReprint
            ? others.get(random.nextInt(number)).paragraphs().getFirst()
            : some(words, 40, random);
    int subject = random.nextInt(SUBJECTS);
    int about = words.size() / 2 + subject * WORDS_OF_A_SUBJECT;
    String subjects = some(words.subList(about, about + WORDS_OF_A_SUBJECT), 6, random);
    LocalDate day = FIRST.plusDays(subject * DAYS_OF_A_SUBJECT + random.nextInt(DAYS));
    return Article.withId("a" + number)
        .title(some(words, 3, random))
        .source(oneOf(List.of("Harbour Post", "River Times"), random))
        .people(random.nextInt(3) == 0 ? List.of(name(oneOf(words, random))) : List.of())
        .paragraphs(List.of(text, subjects + ".", name(some(words, 2, random)) + "."))
        .language("en")
        .publishedAt(PublicationDate.stated(day.toString()))
        .build();
  }

  private static String name(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** Few words are frequent and most are rare, as in print. */
  private static String some(List<String> words, int count, Random random) {
    return Stream.generate(() -> words.get((int) (words.size() * Math.pow(random.nextDouble(), 3))))
        .limit(count)
        .collect(Collectors.joining(" "));
  }

  private static <T> T oneOf(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
