package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.corpus.Corpus;
import broadsheet.corpus.TestCorpus;
import broadsheet.corpus.record.Ledger;
import broadsheet.corpus.text.PageTitle;
import broadsheet.evaluate.TopicPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import net.dankito.readability4j.extended.Readability4JExtended;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Measures the share of the true text of web pages that is extracted, and the amount of other text.
 * {@code -Dcorpus=PATH} names the pages ({@link TruePage#in}), {@code -Dpart=even} or {@code odd}
 * half of the outlets: rules are developed on one half and reported on both. The pages go through
 * the whole {@link Corpus}; one without an article counts as one without text. Authors are right if
 * their names are the true ones, in any order and spelled with the same letters; the outlet's own
 * name counts on neither side. Costs are the least of ten rounds.
 */
public final class ExtractionMeasure {
  private static final int ROW = 4;
  private static final int WORST = 12;
  private static final int ROUNDS = 10;

  private ExtractionMeasure() {}

  private record Result(
      TruePage page, TextOverlap words, TextOverlap rows, boolean hasAuthors, boolean hasDay) {}

  /** Prints means over the pages, and the worst pages. */
  public static void main(String[] args) throws IOException {
    String path = System.getProperty("corpus", "");
    if (path.isEmpty()) {
      throw new IllegalStateException("name a folder with -Dcorpus=PATH");
    }
    TopicPart part = TopicPart.valueOf(System.getProperty("part", "all").toUpperCase(Locale.ROOT));
    List<TruePage> pages =
        TruePage.in(Path.of(path)).stream().filter(page -> part.has(page.outlet())).toList();
    List<byte[]> files = pages.stream().map(ExtractionMeasure::bytes).toList();
    double[] millis = {Double.MAX_VALUE, Double.MAX_VALUE};
    for (int i = 0; i < ROUNDS; i++) {
      millis[0] = Math.min(millis[0], millis(() -> pages.forEach(ExtractionMeasure::article)));
      millis[1] = Math.min(millis[1], millis(() -> files.forEach(ExtractionMeasure::readable)));
    }
    print(results(pages), millis);
  }

  private static double millis(Runnable work) {
    long start = cpuNanos();
    work.run();
    return (cpuNanos() - start) / 1e6;
  }

  private static byte[] bytes(TruePage page) {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(page.file()))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What Readability4J does alone, with a page that is unpacked. */
  private static void readable(byte[] page) {
    Document parsed = Jsoup.parse(new String(page, StandardCharsets.UTF_8), "");
    try {
      new Readability4JExtended("http://page.example/", parsed).parse();
    } catch (IllegalStateException e) {
      // It fails on some pages, after most of its work.
      return;
    }
  }

  private static List<Result> results(List<TruePage> pages) {
    return pages.stream().map(ExtractionMeasure::result).toList();
  }

  private static Result result(TruePage page) {
    Optional<Article> article = article(page);
    Optional<String> text = article.map(a -> String.join("\n", a.paragraphs()));
    return new Result(
        page,
        overlap(text, page, 1),
        overlap(text, page, ROW),
        article.filter(a -> hasAuthors(a, page)).isPresent(),
        article.flatMap(a -> a.publishedAt().first()).equals(page.day()));
  }

  private static boolean hasAuthors(Article article, TruePage page) {
    Set<String> outlet =
        new HashSet<>(List.of(PageTitle.folded(page.outlet()), PageTitle.folded(article.source())));
    return names(article.authors(), outlet).equals(names(page.authors(), outlet));
  }

  private static Set<String> names(List<String> authors, Set<String> outlet) {
    return authors.stream()
        .map(PageTitle::folded)
        .filter(name -> !outlet.contains(name))
        .collect(Collectors.toSet());
  }

  private static TextOverlap overlap(Optional<String> text, TruePage page, int rowLength) {
    return text.map(found -> TextOverlap.best(found, page.texts(), rowLength))
        .orElse(TextOverlap.NONE);
  }

  private static Optional<Article> article(TruePage page) {
    List<Article> articles = new ArrayList<>();
    TestCorpus.read(
        TestCorpus.of(List.of(page.file()), LocalDate.now(ZoneOffset.UTC)),
        articles::add,
        new Ledger());
    return articles.stream().findFirst();
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void print(List<Result> results, double[] millis) {
    print(
        String.format(
            Locale.ROOT,
            "%d pages, %.2f ms of one processor a page, Readability4J %.2f: %.2f times",
            results.size(),
            millis[0] / results.size(),
            millis[1] / results.size(),
            millis[0] / millis[1]));
    print("           precision  recall      F1");
    print("words", results.stream().map(Result::words).toList());
    print("4-grams", results.stream().map(Result::rows).toList());
    List<Result> signed = results.stream().filter(r -> !r.page().authors().isEmpty()).toList();
    List<Result> dated = results.stream().filter(r -> r.page().day().isPresent()).toList();
    print(
        String.format(
            Locale.ROOT,
            "authors right on %d of %d pages, days on %d of %d",
            signed.stream().filter(Result::hasAuthors).count(),
            signed.size(),
            dated.stream().filter(Result::hasDay).count(),
            dated.size()));
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
