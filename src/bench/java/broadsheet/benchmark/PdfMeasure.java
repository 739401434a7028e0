package broadsheet.benchmark;

import broadsheet.corpus.pdf.PdfPages;
import broadsheet.evaluate.TopicPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures the text of PDFs against their true text in reading order. {@code -Dcorpus=PATH} names a
 * folder with PDFs below it; the truth of {@code a/b.pdf} is {@code a/b.pdf.txt}, or for its first
 * page {@code truth/b.pdf.page1.txt}. {@code -Dpart=even} or {@code odd} takes half of the files:
 * rules are developed on one half and reported on both.
 */
public final class PdfMeasure {
  private static final int ROW = 4;
  private static final Pattern HYPHEN = Pattern.compile("(?<=\\p{L})[-\u00ad]\\R\\s*(?=\\p{Ll})");

  /** The passwords of encrypted test files. */
  private static final Map<String, String> PASSWORDS =
      Map.of("aes-256.pdf", "foo", "rc4-40.pdf", "foo", "password.pdf", "password");

  private PdfMeasure() {}

  private record Truth(Path file, String text, boolean isFirstPage) {
    String read(List<String> pages) {
      return isFirstPage ? pages.getFirst() : String.join("\n", pages);
    }

    String password() {
      return PASSWORDS.getOrDefault(file.getFileName().toString(), "");
    }
  }

  private record Result(Truth truth, TextOverlap ours, TextOverlap asWritten, TextOverlap sorted) {}

  /** Prints a row for each file, and the means. */
  public static void main(String[] args) throws IOException {
    String path = System.getProperty("corpus", "");
    if (path.isEmpty()) {
      throw new IllegalStateException("name a folder with -Dcorpus=PATH");
    }
    TopicPart part = TopicPart.valueOf(System.getProperty("part", "all").toUpperCase(Locale.ROOT));
    List<Result> results = new ArrayList<>();
    for (Truth truth : truths(Path.of(path))) {
      if (part.has(truth.file().getFileName().toString())) {
        results.add(result(truth));
      }
    }
    System.out.println("4-grams, F1          ours  as written  by position");
    results.stream()
        .sorted(Comparator.comparingDouble(result -> result.ours().f1()))
        .forEach(r -> print(r.truth().file().getFileName().toString(), List.of(r)));
    print(results.size() + " files", results);
  }

  private static List<Truth> truths(Path folder) throws IOException {
    List<Truth> truths = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".pdf")).sorted().toList()) {
        Path whole = file.resolveSibling(file.getFileName() + ".txt");
        Path first = folder.resolve("truth").resolve(file.getFileName() + ".page1.txt");
        if (Files.exists(first) || Files.exists(whole)) {
          boolean isFirstPage = Files.exists(first);
          String text = Files.readString(isFirstPage ? first : whole);
          truths.add(new Truth(file, HYPHEN.matcher(text).replaceAll(""), isFirstPage));
        }
      }
    }
    return truths;
  }

  private static Result result(Truth truth) {
    Path file = truth.file();
    String password = truth.password();
    return new Result(
        truth,
        overlap(truth, PdfPages.texts(file, password)),
        overlap(truth, PdfPages.textsOfPdfBox(file, password, false)),
        overlap(truth, PdfPages.textsOfPdfBox(file, password, true)));
  }

  private static TextOverlap overlap(Truth truth, List<String> pages) {
    String read = HYPHEN.matcher(truth.read(pages)).replaceAll("");
    return TextOverlap.of(read, truth.text(), ROW);
  }

  private static void print(String name, List<Result> results) {
    System.out.printf(
        Locale.ROOT,
        "%-40s %.4f  %.4f  %.4f%n",
        name,
        results.stream().mapToDouble(r -> r.ours().f1()).average().orElse(0),
        results.stream().mapToDouble(r -> r.asWritten().f1()).average().orElse(0),
        results.stream().mapToDouble(r -> r.sorted().f1()).average().orElse(0));
  }
}
