package broadsheet.corpus.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.date.PrintedDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real exports, if they are available ({@code -Dbroadsheet.data=FOLDER}). */
@Thorough
class PressDataTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("broadsheet.data", "../shared/data"), "printed/press-exports");

  /** Files for which the list of documents is wrong, according to its own notes. */
  private static final List<String> UNRELIABLE =
      List.of("factiva_test.html", "lexisnexis_test_en.html", "europresse_test1.html");

  private record Expected(String title, String date, String source) {}

  @Test
  void everyExportHasTheDocumentsThatItsListNames() throws IOException {
    Path list = FOLDER.resolve("truth/articles.tsv");
    assumeTrue(Files.exists(list), "no " + list + " here: not tested");
    Map<String, List<Expected>> files = new LinkedHashMap<>();
    for (String line : Files.readAllLines(list).stream().skip(1).toList()) {
      String[] cells = line.split("\t", -1);
      if (!cells[1].equals("rows")) {
        files
            .computeIfAbsent(cells[0], f -> new ArrayList<>())
            .add(new Expected(cells[2], cells[3], cells[4]));
      }
    }
    SoftAssertions all = new SoftAssertions();
    files.forEach((file, documents) -> compare(file, documents, all));
    all.assertAll();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kikuzo.*\\.html?", "factiva.*\\.txt"})
  void everyDocumentOfTheseIsDated(String name) throws IOException {
    assumeTrue(Files.exists(FOLDER), "no " + FOLDER + " here: not tested");
    List<Path> files;
    try (Stream<Path> all = Files.walk(FOLDER)) {
      files = all.filter(file -> FOLDER.relativize(file).toString().matches(".*" + name)).toList();
    }
    assumeFalse(files.isEmpty(), "no " + name + " in " + FOLDER + ": not tested");
    for (Path file : files) {
      List<Article> articles = Reading.of(file).articles();
      assertThat(articles).as(file.toString()).isNotEmpty();
      assertThat(articles)
          .as(file.toString())
          .allSatisfy(
              article -> {
                assertThat(article.publishedAt().isKnown()).isTrue();
                assertThat(article.title() + article.paragraphs()).isNotEmpty();
              });
      assertThat(articles.stream().filter(article -> !article.section().isEmpty()).count() * 2)
          .as("articles of " + file + " with a section")
          .isGreaterThan(name.startsWith("kikuzo") ? articles.size() : -1);
    }
  }

  private static void compare(String file, List<Expected> documents, SoftAssertions all) {
    Path path = FOLDER.resolve(file);
    if (!Files.exists(path)) {
      return;
    }
    List<Article> articles = Reading.of(path).articles();
    all.assertThat(articles).as(file).hasSameSizeAs(documents);
    boolean isReliable = UNRELIABLE.stream().noneMatch(file::endsWith);
    for (int i = 0; isReliable && i < Math.min(articles.size(), documents.size()); i++) {
      compare(file + "#" + (i + 1), articles.get(i), documents.get(i), all);
    }
  }

  private static void compare(
      String place, Article article, Expected document, SoftAssertions all) {
    all.assertThat(article.title()).as(place).isEqualToIgnoringWhitespace(document.title());
    DateReader dates = new DateReader(Reading.TODAY);
    String day = PrintedDay.in(document.date(), dates).date().iso();
    if (!document.date().isEmpty()) {
      all.assertThat(article.publishedAt().iso()).as(place).isNotEmpty().isEqualTo(day);
    }
    if (!document.source().isEmpty()) {
      all.assertThat(article.source()).as(place).isEqualTo(document.source());
    }
    boolean isNotice = place.contains("OAIRecord");
    all.assertThat(article.paragraphs().isEmpty() && !isNotice).as(place).isFalse();
  }
}
