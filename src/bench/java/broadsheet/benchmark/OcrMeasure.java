package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Compares the text read from scanned pages with text keyed by hand. {@code -Dcorpus=PATH} names a
 * folder with keyed ALTO in {@code gt} and the recognized ALTO of the same pages in {@code ori}.
 * The keyed text is its words line by line, with words hyphenated at line ends joined.
 */
public final class OcrMeasure {
  private static final int ROW = 4;
  private static final Pattern HYPHEN =
      Pattern.compile("(?<=\\p{L})[-\u00ac\u00ad\u2010\u2e17]\\n(?=\\p{Ll})");

  private OcrMeasure() {}

  private record Result(String page, int words, List<TextOverlap> overlaps) {}

  /** Prints a row for each page, and the means. */
  public static void main(String[] args) throws IOException {
    Path corpus = Path.of(System.getProperty("corpus", ""));
    List<Result> results = new ArrayList<>();
    try (Stream<Path> keyed = Files.list(corpus.resolve("gt"))) {
      for (Path page : keyed.sorted().toList()) {
        results.add(result(page, corpus.resolve("ori").resolve(page.getFileName())));
      }
    }
    System.out.println(
        "F1 with the keyed text   words  1-grams  4-grams  4-grams of the keyed page");
    results.forEach(result -> print(result.page(), List.of(result)));
    print(results.size() + " pages", results);
  }

  private static Result result(Path keyed, Path recognized) throws IOException {
    String truth = truth(keyed);
    String read = read(recognized);
    return new Result(
        keyed.getFileName().toString(),
        truth.split("\\s+").length,
        List.of(
            TextOverlap.of(read, truth, 1),
            TextOverlap.of(read, truth, ROW),
            TextOverlap.of(read(keyed), truth, ROW)));
  }

  /** Read without any of our classes. */
  private static String truth(Path alto) throws IOException {
    String lines =
        Jsoup.parse(Files.readString(alto), "", Parser.xmlParser()).select("TextLine").stream()
            .map(OcrMeasure::line)
            .collect(Collectors.joining("\n"));
    return HYPHEN.matcher(lines).replaceAll("");
  }

  private static String line(Element line) {
    return String.join(" ", line.select("String").eachAttr("CONTENT"));
  }

  private static String read(Path alto) {
    return Reading.of(alto).articles().stream()
        .map(OcrMeasure::text)
        .collect(Collectors.joining("\n"));
  }

  private static String text(Article article) {
    return article.title() + "\n" + String.join("\n", article.paragraphs());
  }

  private static void print(String name, List<Result> results) {
    System.out.printf(
        Locale.ROOT,
        "%-24s %5d    %.3f    %.3f    %.3f%n",
        name,
        results.stream().mapToInt(Result::words).sum(),
        mean(results, 0),
        mean(results, 1),
        mean(results, 2));
  }

  private static double mean(List<Result> results, int column) {
    return results.stream().mapToDouble(r -> r.overlaps().get(column).f1()).average().orElse(0);
  }
}
