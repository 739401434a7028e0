package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.common.ExitCode;
import broadsheet.desk.Desks;
import broadsheet.desk.SavedSearch;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saved searches on the command line, and the new articles that updates find for them. */
class AlertCommandTest {

  @TempDir private Path folder;
  private Path corpus;
  private Path index;

  @BeforeEach
  void indexOneArticle() throws IOException {
    corpus = Files.createDirectories(folder.resolve("corpus"));
    index = folder.resolve("index");
    article("old", "harbour");
    assertThat(run("index", corpus.toString()).exitCode()).isZero();
  }

  private void article(String name, String word) throws IOException {
    Files.writeString(
        corpus.resolve(name + ".txt"), "Headline of " + name + "\n\nAll about one " + word + ".\n");
  }

  private Program.Ended run(String... args) {
    return Program.on(index, args);
  }

  private List<SavedSearch> saved() {
    return Desks.open(index).searches().all();
  }

  @Test
  void savedSearchIsShownItsReading() {
    Program.Ended ended =
        run(
            "alert",
            "add",
            "harbour",
            "OR",
            "\"high tide",
            "-ferry",
            "--from",
            "1987-02-26",
            "--source",
            "A & B",
            "--source",
            "C");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    SavedSearch search = saved().getFirst();
    assertThat(ended.out())
        .contains(
            "saved as   " + search.id(),
            "read as    harbour or “high tide -ferry”",
            "closed your quote",
            "filter     from 1987-02-26",
            "filter     source A & B",
            "filter     source C",
            "feed       /alerts/" + search.id() + ".atom");
    assertThat(search.search())
        .isEqualTo("q=harbour+OR+%22high+tide+-ferry&from=1987-02-26&source=A+%26+B&source=C");
  }

  @Test
  void queryThatBeginsWithAMinusGoesBehindTwo() {
    assertThat(run("alert", "add", "--", "-harbour", "--tide").exitCode()).isZero();
    assertThat(saved().getFirst().search()).isEqualTo("q=-harbour+--tide");
  }

  @Test
  void updateBringsWhatListTells() throws IOException {
    assertThat(run("alert", "list").exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
    run("alert", "add", "harbour");
    run("alert", "add", "barley");
    article("new", "harbour");
    assertThat(run("index", "--update").exitCode()).isZero();
    Program.Ended list = run("alert", "list");
    assertThat(list.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(list.out())
        .startsWith("2 alerts")
        .containsSubsequence("harbour", "read as harbour", "1 new article, latest ")
        .containsSubsequence("barley", "read as barley", "0 new articles");
    JsonNode json = json(run("alert", "list", "--json"));
    assertThat(json.at("/alerts/0/cameIn").asLong()).isEqualTo(1);
    assertThat(json.at("/alerts/1/latest").isNull()).isTrue();
  }

  @Test
  void newArticlesAreShown() throws IOException {
    run("alert", "add", "harbour");
    String id = saved().getFirst().id();
    assertThat(run("alert", "show", id).exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
    article("new", "harbour");
    article("other", "ferry");
    assertThat(run("index", "--update").exitCode()).isZero();
    Program.Ended shown = run("alert", "show", id);
    assertThat(shown.exitCode()).as(shown.err()).isEqualTo(ExitCode.DONE);
    assertThat(shown.out())
        .containsSubsequence(id, "harbour", "1 new article", "Headline of new", " · new since 20")
        .doesNotContain("Headline of other", "Headline of old");
  }

  @Test
  void unknownAlertIsNotShown() {
    Program.Ended shown = run("alert", "show", "nobody");
    assertThat(shown.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
    assertThat(shown.err()).contains("No alert nobody in", "run alert list to see the ids");
  }

  @Test
  void optionsMayStandBeforeTheSubcommand() {
    run("alert", "add", "harbour");
    Program.Ended before = Program.within("alert", "--index", index.toString(), "list");
    assertThat(before.out()).startsWith("1 alert").isEqualTo(run("alert", "list").out());
    String elsewhere = folder.resolve("elsewhere").toString();
    Program.Ended both =
        Program.within("alert", "--index", elsewhere, "list", "--index", index.toString());
    assertThat(both.out()).isEqualTo(before.out());
  }

  @Test
  void movedAndUntouchedFilesBringNothing() throws IOException {
    run("alert", "add", "harbour");
    Files.createDirectories(corpus.resolve("deep"));
    Files.move(corpus.resolve("old.txt"), corpus.resolve("deep/renamed.txt"));
    assertThat(run("index", "--update").exitCode()).isZero();
    Files.writeString(
        corpus.resolve("deep/renamed.txt"), Files.readString(corpus.resolve("deep/renamed.txt")));
    assertThat(run("index", "--update").exitCode()).isZero();
    assertThat(json(run("alert", "list", "--json")).at("/alerts/0/cameIn").asLong()).isZero();
  }

  @Test
  void rebuildBringsNothingAndKeepsWhatCameIn() throws IOException {
    run("alert", "add", "harbour");
    article("new", "harbour");
    run("index", "--update");
    article("newer", "harbour");
    run("index", corpus.toString());
    assertThat(json(run("alert", "list", "--json")).at("/alerts/0/cameIn").asLong()).isEqualTo(1);
  }

  @Test
  void removedIsRemovedOnce() {
    run("alert", "add", "harbour");
    String id = saved().getFirst().id();
    Program.Ended removed = run("alert", "remove", id);
    assertThat(removed.exitCode()).isZero();
    assertThat(removed.out()).contains(id, "harbour");
    assertThat(saved()).isEmpty();
    Program.Ended again = run("alert", "remove", id);
    assertThat(again.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
    assertThat(again.err().lines()).singleElement().asString().contains(id, "alert list");
  }

  @Test
  void whatIsWrongIsOneLine() {
    run("alert").assertRefused();
    run("alert", "add", "tide", "--from", "yesterday").assertRefused();
    run("alert", "add", "--form", "1987-01-01").assertRefused();
    run("alert", "remove").assertRefused();
    index = folder.resolve("nowhere");
    run("alert", "add", "tide").assertRefused();
    run("alert", "list").assertRefused();
    assertThat(run("alert", "remove", "abc").exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
    assertThat(index).doesNotExist();
  }

  /** An update does not need the list, so a damaged one loses nothing. */
  @Test
  void damagedListMissesNothingOnceItIsRestored() throws IOException {
    run("alert", "add", "harbour");
    Path file = folder.toRealPath().resolve("index.desk/searches.db");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 3));
    article("new", "harbour");
    for (Program.Ended ended : List.of(run("alert", "list"), run("alert", "add", "tide"))) {
      ended.assertRefused();
      assertThat(ended.err()).contains(file + " is damaged", "Restore it from a backup");
    }
    assertThat(run("index", "--update").exitCode()).isZero();
    Files.write(file, whole);
    assertThat(json(run("alert", "list", "--json")).at("/alerts/0/cameIn").asLong()).isEqualTo(1);
  }

  private static JsonNode json(Program.Ended ended) throws IOException {
    return new ObjectMapper().readTree(ended.out());
  }
}
