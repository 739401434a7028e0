package broadsheet.engine;

import broadsheet.ledger.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The content that indexing could add to an archive: the text of scans, vectors, and names; with
 * the flag of {@code index} for each, and about how long it takes.
 */
public final class Additions {

  /** The command that makes vectors; where it would help, a message ends with it. */
  public static final String MAKING_VECTORS = "./broadsheet index --update --semantic";

  /** A flag that a reason in the ledger names would read the file. */
  private static final String OCR = "--ocr";

  /** A smaller archive is being tried out. */
  private static final int FEWEST_ARTICLES = 100;

  /** Time for a page of a book on one processor; docs/format-details.md has the range. */
  private static final Duration OF_SCAN = Duration.ofSeconds(6);

  /** Time for an article on one processor; see docs/measured/speed.md. */
  private static final Duration OF_VECTORS = Duration.ofMillis(36);

  /** Time for an article on one processor; see docs/measured/names.md. */
  private static final Duration OF_NAMES = Duration.ofMillis(2);

  private Additions() {}

  /** {@code 312 scans without text: --ocr, about 16 minutes}; none if nothing is missing. */
  public static List<String> of(SearchEngine engine) {
    return lines(engine, Runtime.getRuntime().availableProcessors());
  }

  static List<String> lines(SearchEngine engine, int processors) {
    long articles = engine.articleCount() < FEWEST_ARTICLES ? 0 : engine.articleCount();
    boolean lacksVectors =
        engine.missingMeaning().filter(why -> why.endsWith(MAKING_VECTORS)).isPresent();
    return Stream.of(
            scans(engine.ledger().reasons(Outcome.SKIPPED), processors),
            line(
                lacksVectors ? articles : 0,
                "article not found by meaning: --semantic",
                OF_VECTORS.dividedBy(processors)),
            line(
                engine.hasNames() ? 0 : articles,
                "article whose names are not found: --names",
                OF_NAMES.dividedBy(processors)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** A PDF has more pages than one, though nobody has counted them. */
  private static Optional<String> scans(Map<String, Long> skipped, int processors) {
    long files = sum(skipped, OCR);
    boolean hasDocuments = sum(skipped, OCR + ", or") > 0;
    return line(files, "scan without text: " + OCR, OF_SCAN.dividedBy(processors))
        .map(line -> hasDocuments ? line + " or more" : line);
  }

  private static long sum(Map<String, Long> reasons, String part) {
    return reasons.entrySet().stream()
        .filter(reason -> reason.getKey().contains(part))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static Optional<String> line(long number, String one, Duration each) {
    String many = one.replaceFirst(" ", "s ");
    return number == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d %s, about %s",
                number,
                number == 1 ? one : many,
                spoken(each.multipliedBy(number))));
  }

  private static String spoken(Duration duration) {
    long minutes = Math.max(1, Math.round(duration.toSeconds() / 60.0));
    long hours = Math.round(minutes / 60.0);
    return minutes == 1 ? "a minute" : minutes < 90 ? minutes + " minutes" : hours + " hours";
  }
}
