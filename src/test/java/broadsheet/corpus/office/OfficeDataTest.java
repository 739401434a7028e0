package broadsheet.corpus.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.benchmark.TextOverlap;
import broadsheet.corpus.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real office files, if they are available ({@code -Dbroadsheet.data=FOLDER}). */
@Thorough
class OfficeDataTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("broadsheet.data", "../shared/data"), "printed/office");

  /** Rules, bullets, numbers of list items and notes, and placeholders for pictures. */
  private static final Pattern DECORATION =
      Pattern.compile(
          "(?m)^\\s*(?:[-—]+|-|\\d+\\.|[A-Za-z]\\.|[IVXivx]+\\.|>)\\s+|\\[(?:\\d+|image)\\]|\\[\\]|[_^]\\(|\u00ad|[+=-]{4,}");

  /** Pandoc drops embedded pages and cells, draws text boxes, or takes Czech for English. */
  private static final List<String> OTHER =
      List.of(
          "testAltChunkHTML.docx",
          "textbox.docx",
          "testRTFWord2010CzechCharacters.rtf",
          "table_nested_malformed_itap.rtf");

  @Test
  void textAgreesWithThatOfPandoc() throws IOException {
    assumeTrue(Files.exists(FOLDER), "no " + FOLDER + " here: not tested");
    Map<String, Double> scores = new TreeMap<>();
    try (Stream<Path> truths = Files.list(FOLDER.resolve("truth"))) {
      for (Path truth : truths.filter(p -> p.toString().endsWith(".pandoc-plain.txt")).toList()) {
        String name = truth.getFileName().toString().replace(".pandoc-plain.txt", "");
        Path file = FOLDER.resolve(name.replace("__", "/"));
        if (Files.exists(file) && OTHER.stream().noneMatch(name::endsWith)) {
          String expected = DECORATION.matcher(Files.readString(truth)).replaceAll(" ");
          scores.put(name, TextOverlap.of(folded(text(file)), folded(expected), 4).f1());
        }
      }
    }
    assertThat(scores).hasSizeGreaterThan(25);
    double mean = scores.values().stream().mapToDouble(f1 -> f1).average().orElse(0);
    assertThat(mean).as(scores.toString()).isGreaterThan(0.9);
  }

  /** Pandoc writes small capitals as capitals. */
  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String text(Path file) {
    List<String> text = new ArrayList<>();
    for (Article article : Reading.of(file).articles()) {
      text.add(article.title());
      text.add(article.standfirst());
      text.addAll(article.authors());
      text.addAll(article.paragraphs());
    }
    return String.join("\n", text);
  }
}
