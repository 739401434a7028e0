package broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.article.Article;
import broadsheet.corpus.record.CorpusException;
import broadsheet.ledger.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExclusionsTest {
  private static final String TEXT = "Bridge opens\n\nThe new bridge across the Ember opened.\n";

  @TempDir Path folder;

  @BeforeEach
  void files() {
    for (String name : List.of("a.txt", "b.text", "drafts/c.txt", "2020/drafts/d.txt")) {
      write(name, TEXT);
    }
  }

  private void write(String name, String text) {
    Reading.write(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> read(Path path, String... globs) {
    Corpus.Part part =
        new Corpus.Part(folder, path, List.of(globs), SourceReach.within(List.of(folder), false));
    return Reading.of(Corpus.of(List.of(part), Reading.TODAY)).articles().stream()
        .map(Article::id)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "*.txt, b",
    "drafts, a b",
    "drafts/, a b",
    "/drafts/, 2020-drafts-d a b",
    "drafts/**, 2020-drafts-d a b",
    "**/drafts/*.txt, a b",
    "2020/*/d.txt, a b drafts-c",
    "[ab].*, 2020-drafts-d drafts-c",
    "a.txt/, 2020-drafts-d a b drafts-c"
  })
  void globLeavesOut(String glob, String rest) {
    assertThat(read(folder, glob)).containsExactly(rest.split(" ", -1));
  }

  @Test
  void fileOfGlobsGoesForItsFolderAndBelow() {
    write("2020/.broadsheetignore", "# not yet\n\n*.txt\n");
    assertThat(read(folder)).containsExactly("a", "b", "drafts-c");
    assertThat(read(folder.resolve("2020/drafts/d.txt"))).isEmpty();
  }

  @Test
  void leftOutFolderIsNamedOnceInTheLedger() {
    write(".broadsheetignore", "drafts/\n");
    assertThat(Reading.of(folder).ledger().reasons(Outcome.SKIPPED))
        .containsEntry("excluded by --exclude or .broadsheetignore", 2L);
  }

  @Test
  void fileOfGlobsThatCannotBeReadCostsNothingElse() {
    write(".broadsheetignore", "[a\n");
    Reading reading = Reading.of(folder);
    assertThat(reading.articles()).hasSize(4);
    assertThat(reading.ledger().entries(Outcome.FAILED).getFirst().detail())
        .contains("'[a' is not a glob");
    assertThat(reading.ledger().entries(Outcome.SKIPPED)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[a", "", "/"})
  void mistakenGlobIsRefused(String glob) {
    assertThatThrownBy(() -> Exclusions.requireGlobs(List.of(glob)))
        .isInstanceOf(CorpusException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {".git/note.txt", "2020/.hidden.txt", "2020/.trash/a/b.txt"})
  void hiddenFileIsPassedByEvenWhereItIsNamedAsAPart(String name) {
    write(name, TEXT);
    assertThat(read(folder.resolve(name))).isEmpty();
    assertThat(read(folder)).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x.txt~",
        "#x.txt#",
        "x.txt.bak",
        "x.txt.part",
        "x.txt.crdownload",
        "x.TMP",
        "x.txt.rej",
        "x.dpkg-old",
        "~$x.txt"
      })
  void backupsAndPartialFilesAreNoArticles(String name) {
    write(name, TEXT);
    Reading reading = Reading.of(folder);
    assertThat(reading.articles()).hasSize(4);
    assertThat(reading.ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("a backup or partial file");
  }

  @ParameterizedTest
  @CsvSource({
    "robots.txt, 'User-agent: the robots of all the engines\nDisallow: /archive of the paper\n'",
    "allowed.txt, 'User-agent: the robots of all the engines\nDisallow: /archive of the paper\n'",
    "Rakefile, 'task of the program that makes the files when it is called by the name\n'",
    "humans.txt, 'the people who made the site and the programs that are on it are these\n'",
    "requirements-dev.txt, 'the programs that are taken from somewhere when the tests are run\n'",
    "Makefile, 'all: the files of the program that are made by it when it is called\n'",
    "yarn.lock, 'the lock of the files that a program has taken from somewhere\n'",
    "ninjs.json, '{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"title\": \"News\"}'"
  })
  void filesForProgramsAreNoArticles(String name, String text) {
    write(name, text.replace("\\n", "\n"));
    assertThat(Reading.of(folder).ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("a file for programs");
  }

  /** The files of https://www.rfc-editor.org/rfc/rfc8493, sections 2.1, 2.2 and 4.1. */
  @ParameterizedTest
  @CsvSource({
    "bagit.txt, 'BagIt-Version: 1.0\\nTag-File-Character-Encoding: UTF-8\\n'",
    "bag-info.txt, 'Source-Organization: FOO University\\nOrganization-Address: 1 Main St.\\n'",
    "manifest-sha256.txt, '0ad5a2b2b7e4b5d5 data/27613-h/images/q172.png\\n'",
    "tagmanifest-md5.txt, '9e5ad981e0d29adc278f6a294b8c2aca  bagit.txt\\n'",
    "fetch.txt, 'https://harbour.example/gutenberg/27614-h.htm - data/27614-h.htm\\n'"
  })
  void filesAboutABagAreNoArticles(String name, String text) {
    write(name, text.replace("\\n", "\n"));
    assertThat(Reading.of(folder).ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("a file about a bag (BagIt)");
  }

  @Test
  void storyWithTheNameOfABagFileIsRead() {
    write("fetch.txt", TEXT);
    assertThat(read(folder)).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"news.sql", "news.txt", "dump"})
  void databaseDumpIsNoArticle(String name) {
    write(
        name,
        "-- The news of the paper, as its programs keep them in tables of their own\n\n"
            + "INSERT INTO `news` VALUES (1,'The new bridge across the Ember opened on"
            + " Monday');\n");
    assertThat(Reading.of(folder).ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("a database dump");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "404 Not Found",
        "Page not found | Harbour Mail",
        "Harbour Mail - Error 404",
        "Access Denied",
        "503 Service Temporarily Unavailable",
        "Just a moment...",
        "Not Found (#404)",
        "Oops! That page can’t be found.",
        "Sorry, we couldn't find that page",
        "This site can’t be reached",
        "Request Rejected",
        "Sidan kunde inte hittas",
        "Strona nie została znaleziona",
        "ページが見つかりません",
        "页面不存在",
        "Seite nicht gefunden – Hafenblatt"
      })
  void errorPageIsNoArticle(String title) {
    write("page.html", page(title));
    assertThat(Reading.of(folder).ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("an error page");
  }

  @Test
  void errorPageSavedAsTextIsNoArticle() {
    write(
        "page.txt", "404 Not Found\n\nThe page that you asked for was not found on the server.\n");
    write("news.txt", "Not found: the ledger\n\nThe ledger of the town was not found on Monday.\n");
    Reading reading = Reading.of(folder);
    assertThat(reading.articles())
        .extracting(Article::title)
        .contains("Not found: the ledger")
        .doesNotContain("404 Not Found");
    assertThat(reading.ledger().reasons(Outcome.SKIPPED)).containsOnlyKeys("an error page");
  }

  @Test
  void headlineThatBeginsLikeAnErrorIsRead() {
    write("page.html", page("404 houses not found by the census"));
    assertThat(Reading.of(folder).articles()).hasSize(5);
  }

  private static String page(String title) {
    return "<html><head><title>%s</title></head><body><h1>%s</h1><p>%s</p></body></html>"
        .formatted(title, title, "The page that you asked for is somewhere else. ".repeat(5));
  }
}
