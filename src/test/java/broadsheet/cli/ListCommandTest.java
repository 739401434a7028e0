package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.common.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists on the command line, through updates and rebuilds. */
class ListCommandTest {

  @TempDir private Path folder;
  private Path corpus;
  private Path index;

  @BeforeEach
  void indexThreeArticles() throws IOException {
    corpus = Files.createDirectories(folder.resolve("corpus"));
    index = folder.resolve("index");
    article("pier", "A pier was opened.");
    article("tide", "A tide took it away.");
    article("crop", "The crop failed.");
    assertThat(run("index", corpus.toString()).exitCode()).isZero();
  }

  private void article(String name, String text) throws IOException {
    Files.writeString(corpus.resolve(name + ".txt"), "Headline of " + name + "\n\n" + text + "\n");
  }

  private Program.Ended run(String... args) {
    return Program.on(index, args);
  }

  /** Published again, it has its headline again. */
  @Test
  void withdrawnStoryKeepsItsNoteAndLosesItsHeadline() throws IOException {
    story("1", "usable", "Quayside tower falls");
    Program.done(index, "index", "--update");
    Program.done(index, "list", "add", "Harbour", "--note", "Ask the harbour master.", "quay");
    assertThat(Program.done(index, "list", "show", "Harbour")).contains("Quayside tower falls");
    story("2", "canceled", "");
    Program.done(index, "index", "--update");
    List<String> printed = new ArrayList<>(List.of(Program.done(index, "list", "show", "Harbour")));
    for (String format : List.of("csv", "jsonl", "ris", "bib", "md", "html")) {
      printed.add(Program.done(index, "list", "export", "Harbour", "--format", format));
    }
    assertThat(printed)
        .allMatch(each -> each.contains("Withdrawn article"))
        .allMatch(each -> each.contains("Ask the harbour master."))
        .noneMatch(each -> each.contains("Quayside"));
    Program.done(index, "backup", folder.resolve("backup").toString());
    try (Stream<Path> files = Files.walk(folder.resolve("backup/index.desk"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("Quayside");
      }
    }
    story("3", "usable", "Quayside tower stands");
    Program.done(index, "index", "--update");
    assertThat(Program.done(index, "list", "show", "Harbour")).contains("Quayside tower stands");
  }

  private void story(String version, String status, String headline) throws IOException {
    Files.writeString(
        corpus.resolve("story-" + version + ".json"),
        """
        {"uri": "quay", "version": "%s", "pubstatus": "%s", "headline": "%s",
         "versioncreated": "2024-05-0%sT10:00:00Z", "body_text": "By the quay."}
        """
            .formatted(version, status, headline, version));
  }

  @Test
  void optionsMayStandBeforeTheSubcommand() {
    Program.done(index, "list", "add", "Harbour", "pier");
    String folder = index.toString();
    assertThat(Program.within("list", "--index", folder, "show", "Harbour").out())
        .isEqualTo(Program.done(index, "list", "show", "Harbour"))
        .contains("Headline of pier");
    Program.within("list", "--user", "one", "--index", folder, "add", "Own", "tide");
    assertThat(Program.done(index, "list", "--user", "one"))
        .contains("Own")
        .doesNotContain("Harbour");
    Program.Ended ended = Program.within("list", "--json", "--index", folder, "show", "Harbour");
    assertThat(ended.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(ended.err()).startsWith("show does not take --json. (see ./broadsheet list show");
  }

  @Test
  void articlesAreAddedShownAndTakenOff() {
    assertThat(run("list").exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
    assertThat(
            Program.done(
                index, "list", "add", "Harbour story", "pier", "tide", "--note", "ask\nthe board"))
        .contains("2 articles added to Harbour story");
    assertThat(Program.done(index, "list", "add", "harbour STORY", "pier"))
        .contains("0 articles added");
    assertThat(Program.done(index, "list")).contains("Harbour story (2 articles)");
    assertThat(Program.done(index, "list", "--json"))
        .contains("\"name\":\"Harbour story\"", "\"articles\":2");
    assertThat(Program.done(index, "list", "show", "Harbour story"))
        .containsSubsequence(
            "Headline of pier", "    pier", "    | ask", "    | the board", "Headline of tide");
    assertThat(Program.done(index, "list", "remove", "Harbour story", "pier"))
        .contains("1 article taken off");
    assertThat(run("list", "remove", "Harbour story", "pier").exitCode())
        .isEqualTo(ExitCode.NOTHING_FOUND);
    assertThat(Program.done(index, "list", "show", "Harbour story")).doesNotContain("pier");
    Program.done(index, "list", "remove", "Harbour story", "--all");
    assertThat(run("list").exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
  }

  @Test
  void listsAreSearched() {
    Program.done(index, "list", "add", "Harbour story", "pier", "tide");
    Program.done(index, "list", "add", "Fields", "crop");
    assertThat(found("list:\"harbour story\"")).containsExactlyInAnyOrder("pier", "tide");
    assertThat(found("headline -list:fields")).containsExactlyInAnyOrder("pier", "tide");
    assertThat(found("pier OR list:Fields")).containsExactlyInAnyOrder("pier", "crop");
    assertThat(found("list:any")).hasSize(3);
    Program.Ended none = run("search", "list:nonesuch");
    assertThat(none.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
    assertThat(none.out()).contains("on the list “nonesuch”", "there is no list “nonesuch”");
    assertThat(run("search", "list:read").out()).contains("read marks are off");
    assertThat(Program.done(index, "explain", "list:fields crop", "crop"))
        .contains("on the list “fields”");
  }

  private List<String> found(String query) {
    return Program.done(index, "search", query, "--csv")
        .lines()
        .skip(1)
        .map(row -> row.split(",", 2)[0])
        .toList();
  }

  @Test
  void listSurvivesMovesCorrectionsAndRebuilds() throws IOException {
    Program.done(index, "list", "add", "Story", "pier", "tide", "crop", "--note", "mine");
    Files.createDirectories(corpus.resolve("deep"));
    Files.move(corpus.resolve("pier.txt"), corpus.resolve("deep/renamed.txt"));
    article("tide", "A tide took it away; the board was told.");
    Files.delete(corpus.resolve("crop.txt"));
    for (String[] change :
        List.of(new String[] {"index", "--update"}, new String[] {"index", corpus.toString()})) {
      Program.done(index, change);
      assertThat(Program.done(index, "list", "show", "Story"))
          .containsSubsequence(
              "Headline of pier",
              "    deep-renamed",
              "| mine",
              "Headline of tide",
              "    tide",
              "| mine",
              "Headline of crop",
              "    crop (gone from the archive)",
              "| mine");
      assertThat(found("list:story")).containsExactlyInAnyOrder("deep-renamed", "tide");
    }
    article("crop", "The crop failed.");
    Program.done(index, "index", "--update");
    assertThat(Program.done(index, "list", "show", "Story")).doesNotContain("gone");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "csv # tide,Headline of tide,,,,\"ask, then wait\"",
        "ris # N1  - ask, then wait",
        "bib # annote = {ask, then wait}",
        "jsonl # \"note\":\"ask, then wait\"",
        "md # > ask, then wait",
        "html # <p class=\"note\" dir=\"auto\">ask, then wait</p>"
      })
  void exportsHaveNotesAndWhatIsGone(String format, String expected) throws IOException {
    Program.done(index, "list", "add", "Story", "tide", "--note", "ask, then wait");
    Program.done(index, "list", "add", "Story", "crop");
    Files.delete(corpus.resolve("crop.txt"));
    Program.done(index, "index", "--update");
    String export = Program.done(index, "list", "export", "Story", "--format", format);
    assertThat(export).contains(expected, "Headline of crop");
    Path file = folder.resolve("out." + format);
    Program.done(index, "list", "export", "Story", "--format", format, "--out", file.toString());
    assertThat(Files.readString(file)).isEqualTo(export);
  }

  @Test
  void exportedTableIsImported() throws IOException {
    Program.done(index, "list", "add", "Story", "tide", "pier", "--note", "=ask \"him\"\nsoon");
    Path file = folder.resolve("story.csv");
    Program.done(index, "list", "export", "Story", "--out", file.toString());
    assertThat(Program.done(index, "list", "import", "Copy", file.toString()))
        .contains("2 articles added to Copy, 0 already on it, 0 unknown");
    assertThat(Program.done(index, "list", "show", "Copy"))
        .isEqualTo(Program.done(index, "list", "show", "Story"));
    assertThat(Program.done(index, "list", "import", "Copy", file.toString()))
        .contains("0 articles added");
  }

  @Test
  void idsAreImportedAndUnknownOnesNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("ids.txt"), "pier\n\nnobody\r\ntide\npier\n");
    Program.Ended ended = run("list", "import", "Story", file.toString());
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).contains("2 articles added to Story, 0 already on it, 1 unknown");
    assertThat(ended.err()).contains("No article “nobody”; it was left out.");
    Path none = Files.writeString(folder.resolve("none.txt"), "nobody\n");
    assertThat(run("list", "import", "Other", none.toString()).exitCode())
        .isEqualTo(ExitCode.NOTHING_FOUND);
    assertThat(Program.done(index, "list")).doesNotContain("Other");
  }

  @Test
  void whatIsWrongIsOneLineAndChangesNothing() throws IOException {
    run("list", "show", "nothing").assertRefused();
    run("list", "show").assertRefused();
    run("list", "add", "any", "pier").assertRefused();
    run("list", "add", "Story", "pier", "nobody").assertRefused();
    run("list", "remove", "Story").assertRefused();
    run("list", "export", "Story", "--format", "pdf").assertRefused();
    run("list", "import", "Story", folder.resolve("nowhere.csv").toString()).assertRefused();
    Path broken = Files.writeString(folder.resolve("broken.csv"), "id,note\npier,\"never closed\n");
    run("list", "import", "Story", broken.toString()).assertRefused();
    Path binary = Files.write(folder.resolve("binary.csv"), new byte[] {(byte) 0xFF, 0, 1, 2});
    run("list", "import", "Story", binary.toString()).assertRefused();
    assertThat(run("list").exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
  }
}
