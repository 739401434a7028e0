package broadsheet.benchmark;

import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.query.QueryParser;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures the processor time of kinds of searches that look at much of an archive, whole answers
 * with facets and timeline, and of completions. Of each search, the shortest time over all rounds
 * counts; completions are typed once each, after all beginnings of two letters. Prints a table. Run
 * by {@code exec:exec@measure -Dmeasure=Kind -Dcorpus=PATH}; with {@code -Dindex=FOLDER} on the
 * index that {@link CostMeasure} keeps there.
 */
public final class KindMeasure {

  private static final int HITS = 10;
  private static final int SUGGESTIONS = 8;
  private static final int ROUNDS = 9;
  private static final int WARM_UP_ROUNDS = 6;
  private static final double MILLI = 1_000_000;

  private static final Map<String, List<String>> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("stop words as a phrase", List.of("\"of the\"", "\"in the\"", "\"to be\""));
    KINDS.put("stop words near each other", List.of("of w/3 the", "in w/5 and", "to w/2 a"));
    KINDS.put("patterns of many words", List.of("*ing", "c*", "a*e*"));
    KINDS.put("nothing typed", List.of(""));
    KINDS.put("one stop word", List.of("the"));
    KINDS.put("two words", List.of("oil price", "market company", "bank government"));
    KINDS.put(
        "a question",
        List.of(
            "what did the government say about oil prices",
            "how much did the bank pay for the company",
            "why are trade talks between the countries late"));
  }

  private static final List<String> NEWEST = List.of("the", "company", "said");

  private static final List<String> TYPED =
      List.of("gov", "compan", "mar", "oil pri", "new y", "pres", "ban", "trade d", "sto", "wor");

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final LuceneSearchEngine engine;

  private KindMeasure(LuceneSearchEngine engine) {
    this.engine = engine;
  }

  /** Measures and prints. */
  public static void main(String... arguments) throws IOException {
    String kept = System.getProperty("index", "");
    Path folder = kept.isEmpty() ? BenchmarkCorpus.newFolder() : Path.of(kept);
    Path index = folder.resolve("broadsheet");
    try {
      if (!Files.exists(index)) {
        Files.createDirectories(index);
        BenchmarkCorpus.index(index);
      }
      try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
        new KindMeasure(engine).print();
      }
    } finally {
      if (kept.isEmpty()) {
        BenchmarkCorpus.remove(folder);
      }
    }
  }

  private void print() {
    System.out.println("| kind | ms | without counts |");
    System.out.println("|---|---|---|");
    KINDS.forEach((kind, texts) -> print(kind, texts, SortOrder.RELEVANCE));
    print("newest first", NEWEST, SortOrder.NEWEST);
    for (char first = 'a'; first <= 'z'; first++) {
      for (char second = 'a'; second <= 'z'; second++) {
        engine.suggest("" + first + second, SUGGESTIONS);
      }
    }
    long start = threads.getCurrentThreadCpuTime();
    TYPED.forEach(typed -> engine.suggest(typed, SUGGESTIONS));
    double each = (threads.getCurrentThreadCpuTime() - start) / MILLI / TYPED.size();
    System.out.printf(Locale.ROOT, "| completions, typed first | %.1f | |%n", each);
  }

  private void print(String kind, List<String> texts, SortOrder order) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %.1f |%n",
        kind,
        mean(texts, order, true),
        mean(texts, order, false));
  }

  private double mean(List<String> texts, SortOrder order, boolean isCounting) {
    return texts.stream()
            .mapToLong(text -> least(request(text, order, isCounting)))
            .average()
            .orElseThrow()
        / MILLI;
  }

  private static SearchRequest request(String text, SortOrder order, boolean isCounting) {
    SearchRequest request =
        new SearchRequest(
            QueryParser.parse(text, LocalDate.EPOCH).root(), Filters.none(), order, 1, HITS);
    return isCounting ? request : request.withoutCounts();
  }

  private long least(SearchRequest request) {
    long least = Long.MAX_VALUE;
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      long start = threads.getCurrentThreadCpuTime();
      engine.search(request);
      long took = threads.getCurrentThreadCpuTime() - start;
      least = round < 0 ? least : Math.min(least, took);
    }
    return least;
  }
}
