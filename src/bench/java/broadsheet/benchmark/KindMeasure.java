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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;

/**
 * Measures the processor time of kinds of searches that look at much of an archive, whole answers
 * with facets and timeline, and of completions. Words that are not stop words are drawn from the
 * headlines of the archive; {@code -Dseed=N} draws beginnings of other lengths. The shortest time
 * of each search over all rounds counts; completions are typed once each, after all beginnings of
 * two letters and a hundred others. For archives of some thousand articles or more. Prints a table.
 * Run by {@code src/build/measure Kind -Dcorpus=PATH}; with {@code -Dindex=FOLDER} on the index
 * that {@link CostMeasure} keeps there.
 */
public final class KindMeasure {

  private static final int HITS = 10;
  private static final int SUGGESTIONS = 8;
  private static final int ROUNDS = 9;
  private static final int WARM_UP_ROUNDS = 6;
  private static final double MILLI = 1_000_000;

  private static final int DRAWN = 20;
  private static final int BEGINNINGS = 200;
  private static final int SHORTEST_BEGINNING = 3;
  private static final int LONGEST_BEGINNING = 5;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final LuceneSearchEngine engine;

  private final TaskWords words;
  private final Random random = new Random(Integer.getInteger("seed", 11));

  private KindMeasure(LuceneSearchEngine engine, TaskWords words) {
    this.engine = engine;
    this.words = words;
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
      try (LuceneSearchEngine engine = LuceneSearchEngine.open(index);
          FSDirectory directory = FSDirectory.open(index);
          DirectoryReader reader = DirectoryReader.open(directory)) {
        new KindMeasure(engine, new TaskWords(reader)).print();
      }
    } finally {
      if (kept.isEmpty()) {
        BenchmarkCorpus.remove(folder);
      }
    }
  }

  private void print() throws IOException {
    System.out.println("| kind | ms | without counts |");
    System.out.println("|---|---|---|");
    kinds().forEach((kind, texts) -> print(kind, texts, SortOrder.RELEVANCE));
    print("newest first, one word", drawn(1, "%s"), SortOrder.NEWEST);
    print("newest first, a stop word", List.of("the"), SortOrder.NEWEST);
    for (char first = 'a'; first <= 'z'; first++) {
      for (char second = 'a'; second <= 'z'; second++) {
        engine.suggest("" + first + second, SUGGESTIONS);
      }
    }
    printCompletions("completions of a word, typed first", 1);
    printCompletions("completions after a word, typed first", 2);
  }

  private Map<String, List<String>> kinds() throws IOException {
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    kinds.put("stop words as a phrase", List.of("\"of the\"", "\"in the\"", "\"to be\""));
    kinds.put("stop words near each other", List.of("of w/3 the", "in w/5 and", "to w/2 a"));
    kinds.put("patterns of many words", List.of("*ing", "c*", "a*e*"));
    kinds.put("nothing typed", List.of(""));
    kinds.put("one stop word", List.of("the"));
    kinds.put("two words", drawn(2, "%s %s"));
    kinds.put("a question", drawn(3, "what did the %s say about %s and the %s"));
    return kinds;
  }

  /** Queries with words of headlines, which somebody may look for. */
  private List<String> drawn(int count, String pattern) throws IOException {
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < DRAWN; i++) {
      queries.add(pattern.formatted(words.ofHeadline(count).toArray()));
    }
    return queries;
  }

  /** Types beginnings of the last of some words of headlines, half of them to warm up. */
  private void printCompletions(String kind, int count) throws IOException {
    Set<String> typed = new LinkedHashSet<>();
    while (typed.size() < BEGINNINGS) {
      List<String> some = words.ofHeadline(count);
      String last = some.getLast();
      int least = count == 1 ? SHORTEST_BEGINNING : 1;
      int length = Math.min(last.length(), random.nextInt(least, LONGEST_BEGINNING + 1));
      typed.add((count == 1 ? "" : some.getFirst() + " ") + last.substring(0, length));
    }
    typed.stream().limit(BEGINNINGS / 2).forEach(text -> engine.suggest(text, SUGGESTIONS));
    long start = threads.getCurrentThreadCpuTime();
    typed.stream().skip(BEGINNINGS / 2).forEach(text -> engine.suggest(text, SUGGESTIONS));
    double each = (threads.getCurrentThreadCpuTime() - start) / MILLI / (BEGINNINGS / 2.0);
    System.out.printf(Locale.ROOT, "| %s | %.1f | |%n", kind, each);
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
