package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.engine.request.SearchRequest;
import broadsheet.evaluate.Evaluation;
import broadsheet.evaluate.Judgement;
import broadsheet.evaluate.Measure;
import broadsheet.evaluate.Qrels;
import broadsheet.evaluate.Ranking;
import broadsheet.evaluate.Topic;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.baseline.PlainBm25;
import broadsheet.query.QueryParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Measures known-item search: how well, and how fast, it finds an article from the words that a
 * reader may remember of it. Compares our ranking with plain BM25 over the same articles, both
 * returning ids only. Prints a table. Run by {@code src/build/measure Ranking -Dcorpus=PATH}.
 */
public final class RankingMeasure {

  private static final int ITEMS = 500;
  private static final int LEAST_LENGTH = 400;
  private static final int HITS = 10;
  private static final int ROUNDS = 10;
  private static final double REMEMBERED = 0.35;
  private static final double MICRO = 1e3;

  private final Random random = new Random(7);

  private RankingMeasure() {}

  /** Indexes the corpus, measures and prints. */
  public static void main(String... arguments) throws IOException {
    new RankingMeasure().run();
  }

  private void run() throws IOException {
    List<Article> all = BenchmarkCorpus.articles();
    Path folder = BenchmarkCorpus.newFolder();
    TestIndex.build(folder, all);
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder);
        PlainBm25 standard = PlainBm25.of(PlainBm25.Words.STANDARD, all::forEach);
        PlainBm25 english = PlainBm25.of(PlainBm25.Words.ENGLISH, all::forEach)) {
      Map<String, Ranking> rankings = new LinkedHashMap<>();
      rankings.put("broadsheet", (query, depth) -> rank(engine, query, depth));
      rankings.put("bm25-standard", standard::rank);
      rankings.put("bm25-english", english::rank);
      System.out.println("| query | ranking | MRR | found in 10 | p50 µs | p99 µs |");
      System.out.println("|---|---|---|---|---|---|");
      List<Article> items = items(all);
      print("headline", items, Article::title, rankings);
      print("two words of it", items, this::twoWords, rankings);
      print("parts of a sentence", items, this::remembered, rankings);
    } finally {
      BenchmarkCorpus.remove(folder);
    }
  }

  private static List<String> rank(LuceneSearchEngine engine, String query, int depth) {
    return engine
        .rank(SearchRequest.of(QueryParser.parse(query, LocalDate.EPOCH).root()), depth)
        .ids();
  }

  private List<Article> items(List<Article> all) {
    List<Article> items = new ArrayList<>(all);
    items.removeIf(a -> a.title().split(" ", -1).length < 4 || body(a).length() < LEAST_LENGTH);
    Collections.shuffle(items, random);
    return items.subList(0, Math.min(ITEMS, items.size()));
  }

  private static String body(Article article) {
    return String.join(" ", article.paragraphs());
  }

  /** The words of a text, without characters that are operators. */
  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private String twoWords(Article article) {
    List<String> words = words(article.title());
    Collections.shuffle(words, random);
    return String.join(" ", words.subList(0, Math.min(2, words.size())));
  }

  /** Some words of the first sentence, in order. */
  private String remembered(Article article) {
    String body = body(article);
    int end = body.indexOf(". ", 40);
    List<String> words = words(body.substring(0, end < 0 ? LEAST_LENGTH : end));
    words.removeIf(_ -> random.nextDouble() > REMEMBERED);
    return words.isEmpty() ? article.title() : String.join(" ", words);
  }

  private interface Remembering {
    String of(Article article);
  }

  private static void print(
      String kind, List<Article> items, Remembering remembering, Map<String, Ranking> rankings) {
    Map<String, Topic> topics = new LinkedHashMap<>();
    Map<Qrels.Pair, Judgement> judged = new LinkedHashMap<>();
    for (Article item : items) {
      String query = String.join(" ", words(remembering.of(item)));
      topics.put(item.id(), new Topic(item.id(), query));
      judged.put(new Qrels.Pair(item.id(), item.id()), new Judgement(item.id(), item.id(), 1));
    }
    Qrels qrels = new Qrels(judged);
    Map<String, List<Long>> times = times(topics, rankings);
    rankings.forEach(
        (name, ranking) -> {
          Evaluation evaluation =
              Evaluation.of(ranking.run(name, topics.values()), topics.keySet(), qrels);
          List<Long> of = times.getOrDefault(name, List.of(0L));
          System.out.printf(
              Locale.ROOT,
              "| %s | %s | %.4f | %.3f | %.0f | %.0f |%n",
              kind,
              name,
              evaluation.mean(Measure.RECIPROCAL_RANK),
              10 * evaluation.mean(Measure.PRECISION_10),
              of.get(of.size() / 2) / MICRO,
              of.get(of.size() * 99 / 100) / MICRO);
        });
  }

  /**
   * Times in nanoseconds, sorted; the rounds of one ranking are interleaved with those of the
   * others.
   */
  private static Map<String, List<Long>> times(
      Map<String, Topic> topics, Map<String, Ranking> rankings) {
    Map<String, List<Long>> times = new LinkedHashMap<>();
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      for (Map.Entry<String, Ranking> ranking : rankings.entrySet()) {
        List<Long> of = times.computeIfAbsent(ranking.getKey(), _ -> new ArrayList<>());
        for (Topic topic : topics.values()) {
          long start = System.nanoTime();
          ranking.getValue().rank(topic.query(), HITS);
          if (round >= 0) {
            of.add(System.nanoTime() - start);
          }
        }
      }
    }
    times.values().forEach(Collections::sort);
    return times;
  }
}
