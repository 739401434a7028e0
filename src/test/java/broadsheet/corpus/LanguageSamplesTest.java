package broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.corpus.language.LanguageDetector;
import broadsheet.corpus.language.LanguageTag;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real texts in known languages, if they are available beside the project. */
@Thorough
class LanguageSamplesTest {

  /** The number of sentences in a short article. */
  private static final int SENTENCES = 6;

  /** Languages that must be recognized reliably. */
  private static final Set<String> RELIABLE =
      Set.of("en", "de", "fr", "es", "pt", "it", "nl", "ru", "ar", "zh", "ja", "hi", "sw");

  private record Sample(String language, String text) {}

  private static Path folder(String name) {
    Path folder = Path.of(System.getProperty("broadsheet.data", "../shared/data"), name);
    assumeTrue(Files.isDirectory(folder), "no " + folder + " here: not tested");
    return folder;
  }

  @Test
  void thirtyLanguagesAreToldApart() {
    List<Sample> samples = sentences(folder("sib200-sample"));
    assertThat(samples).hasSizeGreaterThan(1_000);
    assertTold(samples, 0);
  }

  @Test
  void articlesAreToldApart() {
    List<Sample> samples = new ArrayList<>();
    for (String language : List.of("eng", "fra", "swa")) {
      Path file = folder("masakhanews").resolve(language).resolve("dev.tsv");
      rows(file, '\t', '"').skip(1).forEach(row -> samples.add(sample(language, row[2])));
    }
    rows(folder("10kgnad-de").resolve("test.csv"), ';', '\'')
        .forEach(row -> samples.add(sample("deu", row[1])));
    assertThat(samples).hasSizeGreaterThan(1_900);
    assertTold(samples, 0.02);
  }

  /** Languages that the model does not know; it takes Xhosa for Zulu and Shona for Swahili. */
  @Test
  void languagesTheModelDoesNotKnowAreTold() {
    List<Sample> samples = new ArrayList<>();
    for (String language : List.of("amh", "hau", "ibo", "sna", "xho", "yor")) {
      Path file = folder("masakhanews").resolve(language).resolve("dev.tsv");
      rows(file, '\t', '"').skip(1).forEach(row -> samples.add(sample(language, row[2])));
    }
    assertThat(samples).hasSizeGreaterThan(1_200);
    List<Sample> missed =
        samples.stream().filter(s -> !LanguageDetector.of(s.text()).equals(s.language())).toList();
    assertThat(missed).hasSizeLessThan(samples.size() / 30);
    assertThat(missed.stream().filter(s -> !LanguageDetector.of(s.text()).isEmpty()))
        .hasSizeLessThan(3);
  }

  /** None may be wrong; for the reliable languages, at most this share may be unknown. */
  private static void assertTold(List<Sample> samples, double unknown) {
    int missed = 0;
    for (Sample sample : samples) {
      String told = LanguageDetector.of(sample.text());
      assertThat(told).as(sample.text()).isIn("", sample.language());
      assertThat(LanguageDetector.modelled(sample.text())).isIn("", sample.language());
      missed += told.isEmpty() && RELIABLE.contains(sample.language()) ? 1 : 0;
    }
    assertThat(missed).isLessThanOrEqualTo((int) (unknown * samples.size()));
  }

  @Test
  void bbcNewsIsEnglishThroughout() {
    Reading reading = Reading.of(folder("bbc-news"));
    List<String> other =
        reading.articles().stream().map(Article::language).filter(l -> !l.equals("en")).toList();
    assertThat(reading.articles()).hasSize(2_225);
    assertThat(other).hasSizeLessThan(5).allMatch(String::isEmpty);
  }

  private static List<Sample> sentences(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Sample> samples = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".tsv")).toList()) {
        String language = String.valueOf(file.getFileName()).substring(0, 3);
        List<String> lines = Files.readAllLines(file).stream().skip(1).toList();
        for (int i = 0; i + SENTENCES <= lines.size(); i += SENTENCES) {
          List<String> texts =
              lines.subList(i, i + SENTENCES).stream().map(l -> l.split("\t", -1)[2]).toList();
          samples.add(sample(language, String.join(" ", texts)));
        }
      }
      return samples;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sample sample(String language, String text) {
    int from = Math.max(0, text.length() / 2 - 300);
    return new Sample(
        LanguageTag.of(language.toLowerCase(Locale.ROOT)),
        text.substring(from, Math.min(text.length(), from + 600)));
  }

  private static Stream<String[]> rows(Path file, char separator, char quote) {
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator).withQuoteChar(quote);
    try (MappingIterator<String[]> rows =
        new CsvMapper()
            .readerFor(String[].class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .with(schema)
            .readValues(file.toFile())) {
      return rows.readAll().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
