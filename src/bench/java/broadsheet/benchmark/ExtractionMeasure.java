package broadsheet.benchmark;

import broadsheet.corpus.Corpus;
import broadsheet.corpus.TestCorpus;
import broadsheet.corpus.record.Ledger;
import broadsheet.evaluate.TopicPart;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Measures the share of the true text of web pages that is extracted, and the amount of other text.
 * {@code -Dcorpus=PATH} names the pages ({@link TruePage#in}), {@code -Dpart=even} or {@code odd}
 * half of the outlets: rules are developed on one half and reported on both. The pages go through
 * the whole {@link Corpus}; one without an article counts as one without text.
 */
public final class ExtractionMeasure {
  private static final int ROW = 4;
  private static final int WORST = 12;
  private static final int WARM_UP = 5;

  private ExtractionMeasure() {}

  private record Result(TruePage page, TextOverlap words, TextOverlap rows) {}

  /** Prints means over the pages, and the worst pages. */
  public static void main(String[] args) throws IOException {
    String path = System.getProperty("corpus", "");
    if (path.isEmpty()) {
      throw new IllegalStateException("name a folder with -Dcorpus=PATH");
    }
    TopicPart part = TopicPart.valueOf(System.getProperty("part", "all").toUpperCase(Locale.ROOT));
    List<TruePage> pages =
        TruePage.in(Path.of(path)).stream().filter(page -> part.has(page.outlet())).toList();
    for (int i = 0; i < WARM_UP; i++) {
      results(pages.subList(0, Math.min(pages.size(), WORST)));
    }
    long start = cpuNanos();
    pages.forEach(ExtractionMeasure::text);
    double millis = (cpuNanos() - start) / 1e6;
    print(results(pages), millis);
  }

  private static List<Result> results(List<TruePage> pages) {
    return pages.stream().map(ExtractionMeasure::result).toList();
  }

  private static Result result(TruePage page) {
    Optional<String> text = text(page);
    return new Result(page, overlap(text, page, 1), overlap(text, page, ROW));
  }

  private static TextOverlap overlap(Optional<String> text, TruePage page, int rowLength) {
    return text.map(found -> TextOverlap.best(found, page.texts(), rowLength))
        .orElse(TextOverlap.NONE);
  }

  private static Optional<String> text(TruePage page) {
    List<String> texts = new ArrayList<>();
    TestCorpus.read(
        TestCorpus.of(List.of(page.file()), LocalDate.now(ZoneOffset.UTC)),
        article -> texts.add(String.join("\n", article.paragraphs())),
        new Ledger());
    return texts.stream().findFirst();
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void print(List<Result> results, double millis) {
    print(
        String.format(
            Locale.ROOT,
            "%d pages, %.1f ms of one processor a page",
            results.size(),
            millis / results.size()));
    print("           precision  recall      F1");
    print("words", results.stream().map(Result::words).toList());
    print("4-grams", results.stream().map(Result::rows).toList());
    results.stream()
        .sorted(Comparator.comparingDouble(result -> result.rows().f1()))
        .limit(WORST)
        .forEach(result -> print(name(result.page()) + "\n          ", List.of(result.rows())));
  }

  private static String name(TruePage page) {
    return page.outlet() + ' ' + page.file().getFileName();
  }

  private static void print(String name, List<TextOverlap> overlaps) {
    print(
        String.format(
            Locale.ROOT,
            "%-10s %9.4f %7.4f %7.4f",
            name,
            overlaps.stream().mapToDouble(TextOverlap::precision).average().orElse(0),
            overlaps.stream().mapToDouble(TextOverlap::recall).average().orElse(0),
            overlaps.stream().mapToDouble(TextOverlap::f1).average().orElse(0)));
  }

  private static void print(String line) {
    System.out.println(line);
  }
}
