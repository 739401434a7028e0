package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import broadsheet.article.ArticleRef;
import broadsheet.cli.common.ExitCode;
import broadsheet.desk.Desks;
import broadsheet.desk.ListEntry;
import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.SearchEngine;
import broadsheet.erasure.Tombstones;
import broadsheet.indexing.Erasing;
import broadsheet.indexing.Erasing.Step;
import broadsheet.indexing.IndexContents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An article that is erased is nowhere any more, and nothing brings it back although its file is
 * still there.
 */
class EraseCommandTest {

  /** A word that only the article has. */
  private static final String OWN = "quixotrope";

  private static final String QUOTED =
      "the harbour master had seen the timbers give way long before midnight";

  private static final String PIER = "urn-example-pier";

  @TempDir private Path temporary;
  private Path folder = Path.of("");
  private Path articles = Path.of("");
  private Path index = Path.of("");

  @BeforeEach
  void makeArchive() throws IOException {
    folder = temporary.toRealPath();
    articles = Files.createDirectory(folder.resolve("articles"));
    index = folder.resolve("index");
    write("a-1.json", item("pier", "1", "The " + OWN + " fell into the water, and " + QUOTED));
    write("a-2.json", item("pier", "2", "The " + OWN + " has been found, and " + QUOTED));
    write("b.json", item("ferry", "1", "The ferry runs on Sundays again, says the company."));
    write("rival.txt", "A rumour\n\nOur rival wrote that " + QUOTED + ", which is wrong.\n");
    run("index", articles.toString()).assertDone();
    run("list", "add", "Harbour", PIER, "urn-example-ferry").assertDone();
  }

  /** Fields as in ninjs, see https://iptc.org/std/ninjs/. */
  private static String item(String name, String version, String text) {
    return """
    {"uri": "urn:example:%s", "version": "%s", "versioncreated": "2024-05-0%sT10:00:00Z",
     "pubstatus": "usable", "headline": "News of the day, number %s", "body_text": "%s"}
    """
        .formatted(name, version, version, version, text);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(articles.resolve(name), text);
  }

  private Program.Ended run(String... args) {
    return Program.on(index, args);
  }

  private Program.Ended erase() {
    return run("erase", PIER, "--why", "ruling 7", "--yes", "--versions");
  }

  private void assertGone() {
    assertThat(run("search", OWN, "--versions", "all").exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
    assertThat(run("show", PIER).exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
    assertThat(run("search", "ferry").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run("check").exitCode()).isEqualTo(ExitCode.DONE);
  }

  /** Whether any file below a folder has these bytes. */
  private static boolean isIn(Path folder, String text) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void erasedArticleIsInNoFileOfTheArchive() throws IOException {
    assertThat(isIn(index, OWN)).isTrue();
    assertThat(erase().assertDone())
        .startsWith(
            "Erased 2 articles: 2 records removed from the index, 1 place on lists changed,")
        .contains("These have words of it:\n  the article rival\n  the audit log ")
        .contains("Out of reach:\n  " + articles.resolve("a-1.json") + "\n  ")
        .doesNotContain(OWN, "harbour master");
    assertThat(isIn(index, OWN)).isFalse();
    assertThat(isIn(folder.resolve("index.desk"), "News of the day, number 2")).isFalse();
    assertThat(isIn(folder.resolve("index.erased"), PIER)).isFalse();
    assertGone();
  }

  @Test
  void othersAreAsAfterARebuildWhichLeavesItOut() throws IOException {
    List<String> before = IndexContents.of(index).lines();
    erase().assertDone();
    IndexContents erased = IndexContents.of(index);
    assertThat(before).containsAll(erased.articles().stream().map(Object::toString).toList());
    assertThat(run("index", "--update").assertDone())
        .startsWith("indexed 0, unchanged 2, removed 0, duplicate 0, skipped");
    assertThat(IndexContents.of(index)).isEqualTo(erased);
    assertThat(run("index", articles.toString()).assertDone())
        .startsWith("indexed 2, unchanged 0, removed 0, duplicate 0, erased 2, skipped 0,");
    assertThat(IndexContents.of(index)).isEqualTo(erased);
    assertThat(run("ledger").assertDone())
        .contains("erased               " + articles.resolve("a-2.json") + ": erased from the archive");
    assertGone();
  }

  @Test
  void nextVersionStaysOut() throws IOException {
    erase().assertDone();
    write("a-3.json", item("pier", "3", "The " + OWN + " is better."));
    write("a-2.json", item("pier", "2", "The " + OWN + " has been found, the police say."));
    assertThat(run("index", "--update").assertDone())
        .startsWith("indexed 0, unchanged 2, removed 0, duplicate 0, erased 2, skipped 0,");
    assertGone();
  }

  @Test
  void addressIsKnownAgainUnlessAnotherArticleHasIt() throws IOException {
    String story = "{\"title\": \"%s\", \"url\": \"https://example.org/%s\", \"body\": \"%s\"}";
    write("c.json", story.formatted("First", "own", "Alpha."));
    write("d.json", story.formatted("Second", "all", "Beta."));
    write("e.json", story.formatted("Third", "all", "Gamma."));
    run("index", "--update").assertDone();
    String report = run("erase", "alpha OR beta", "--why", "x", "--yes").assertDone();
    assertThat(report).contains("Articles that stay have the same item, id or address (1)");
    write("c.json", story.formatted("First", "own", "Alphabet."));
    write("d.json", story.formatted("Second", "all", "Betamax."));
    run("index", "--update").assertDone();
    assertThat(run("search", "alphabet").exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
    run("search", "betamax").assertDone();
    run("search", "gamma").assertDone();
  }

  @Test
  void partsAreJoinedWithoutIt() {
    run("index", articles.toString(), "--part", "1/2").assertDone();
    erase().assertDone();
    run("index", articles.toString(), "--part", "2/2").assertDone();
    run("index", "--join").assertDone();
    IndexContents joined = IndexContents.of(index);
    assertGone();
    run("index", articles.toString()).assertDone();
    assertThat(joined).isEqualTo(IndexContents.of(index));
  }

  @Test
  void upgradeLeavesItOut() throws IOException {
    Path old = folder.resolve("old");
    copy(index, old);
    erase().assertDone();
    broadsheet.files.Durable.delete(index);
    copy(old, index);
    try (IndexingSession session =
        Engines.open(index).upgrade(_ -> {}, (_, _) -> {})) {
      session.commit(session.sources());
    }
    assertGone();
    IndexContents upgraded = IndexContents.of(index);
    run("index", articles.toString()).assertDone();
    assertThat(upgraded).isEqualTo(IndexContents.of(index));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  @Test
  void restoredBackupIsWithoutIt() throws IOException {
    run("backup", folder.resolve("backup").toString()).assertDone();
    erase().assertDone();
    IndexContents erased = IndexContents.of(index);
    run("restore", folder.resolve("backup").toString(), "--replace").assertDone();
    assertGone();
    assertThat(IndexContents.of(index)).isEqualTo(erased);
    assertThat(isIn(index, OWN)).isFalse();
    assertThat(isIn(folder.resolve("index.desk"), "News of the day, number 2")).isFalse();
  }

  @Test
  void backupBringsWhatWasErasedElsewhere() throws IOException {
    erase().assertDone();
    run("backup", folder.resolve("backup").toString()).assertDone();
    index = folder.resolve("other");
    run("restore", folder.resolve("backup").toString()).assertDone();
    assertThat(run("index", articles.toString()).assertDone()).contains(" erased 2,");
    assertGone();
  }

  @Test
  void listsKeepTheirNotes() {
    run("list", "note", "Harbour", PIER, "ask again").assertDone();
    erase().assertDone();
    var lists = Desks.open(index).lists();
    List<ListEntry> entries = lists.entries().of(lists.ofAllUsers().getFirst().id());
    assertThat(entries).hasSize(2);
    assertThat(entries.getFirst().title()).matches("Erased on 20\\d\\d-\\d\\d-\\d\\d");
    assertThat(entries.getFirst().note()).isEqualTo("ask again");
    assertThat(entries.getFirst().article().id()).startsWith("erased-");
    assertThat(entries.get(1).title()).isEqualTo("News of the day, number 1");
  }

  @Test
  void auditLogHasNoQueryAndNoName() throws IOException {
    run("erase", OWN, "--why", "ruling 7", "--yes", "--versions").assertDone();
    String log = Files.readString(folder.resolve("index.desk").resolve("audit.jsonl"));
    assertThat(log.lines().toList().getLast())
        .contains("\"what\":\"erased\"", "\"articles\":2", "\"why\":\"ruling 7\"")
        .doesNotContain(OWN, PIER);
  }

  @Test
  void nothingIsErasedUnasked() throws IOException {
    IndexContents before = IndexContents.of(index);
    Program.Ended unsure = run("erase", PIER, "--why", "x", "--versions");
    assertThat(unsure.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(unsure.err())
        .contains("News of the day, number 2 (2024-05-02T10:00:00Z)  " + PIER)
        .contains("Other versions:", "add --yes");
    assertThat(run("erase", PIER, "--why", "x", "--yes").err())
        .contains("add --versions or --no-versions");
    assertThat(run("erase", PIER, "--yes").err()).contains("Add --why TEXT");
    assertThat(run("erase", "nonesuch", "--why", "x", "--yes").exitCode())
        .isEqualTo(ExitCode.NOTHING_FOUND);
    run("erase").assertRefused();
    assertThat(IndexContents.of(index)).isEqualTo(before);
    assertThat(Tombstones.of(index).isEmpty()).isTrue();
  }

  @Test
  void versionsThatStayMayComeInAgain() throws IOException {
    run("erase", PIER, "--why", "x", "--yes", "--no-versions").assertDone();
    assertThat(run("search", OWN).assertDone()).contains("News of the day, number 1");
    assertThat(run("index", articles.toString()).assertDone())
        .startsWith("indexed 3, unchanged 0, removed 0, duplicate 0, erased 1,");
  }

  @Test
  void tombstonesAreTheirOwnersAlone() throws IOException {
    erase().assertDone();
    Path tombstones = folder.resolve("index.erased");
    assertThat(Files.getPosixFilePermissions(tombstones))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(Files.getPosixFilePermissions(tombstones.resolve("tombstones")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Tombstones.of(index).isUnfinished()).isFalse();
  }

  @Test
  void damagedTombstonesLetNothingIn() throws IOException {
    erase().assertDone();
    Path file = folder.resolve("index.erased").resolve("tombstones");
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, lines.size() - 2));
    for (List<String> command :
        List.of(List.of("index", "--update"), List.of("index", articles.toString()))) {
      Program.Ended ended = run(command.toArray(String[]::new));
      assertThat(ended.exitCode()).isEqualTo(ExitCode.ERROR);
      assertThat(ended.err()).contains("the list of erased articles is damaged");
    }
    Files.write(file, lines);
    run("index", "--update").assertDone();
  }

  @Test
  void namesThatOnlyItHadAreForgotten() throws IOException {
    String named = "Kill Bill, said Thaddeus Quimbelow. Mr. Quimbelow, of Leeds, is %s.";
    write("n-1.txt", "One\n\n" + named.formatted("a baker who lives by the river"));
    write("n-2.txt", "Two\n\n" + named.formatted("not pleased with what the council has done"));
    run("index", "--update", "--names").assertDone();
    try (SearchEngine engine = Engines.open(index).search(Engine.TIME_LIMIT)) {
      assertThat(engine.suggest("person:Thadd", 5)).isNotEmpty();
    }
    String report = run("erase", "Quimbelow", "--why", "x", "--yes", "--reprints").assertDone();
    assertThat(report).doesNotContain("names of the archive");
    assertThat(isIn(index, "Quimbelow")).isFalse();
  }

  /** A process that ends at a step. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @ParameterizedTest
  @EnumSource
  void interruptedErasureEndsWhenItIsRunAgain(Step last) throws IOException {
    Erasing erasing =
        new Erasing(
            index,
            step -> {
              if (step == last) {
                throw new Killed();
              }
            });
    try (SearchEngine engine = Engines.open(index).search(Engine.TIME_LIMIT)) {
      var both = Stream.of(PIER, PIER + "~2").map(id -> engine.article(id).orElseThrow()).toList();
      List<ArticleRef> refs = List.copyOf(engine.refs(List.of(PIER, PIER + "~2")).values());
      assertThatExceptionOfType(Killed.class).isThrownBy(() -> erasing.erase(both, refs, "x"));
    }
    assertThat(Tombstones.of(index).isUnfinished()).isEqualTo(last != Step.LOGGED);
    Program.Ended again = erase();
    assertThat(again.exitCode()).as(again.err()).isEqualTo(ExitCode.DONE);
    assertThat(again.out())
        .startsWith(
            last.compareTo(Step.REMOVED) < 0
                ? "Erased 2 articles: 2 records"
                : "Finished an erasure that was interrupted: 0 records");
    assertThat(Tombstones.of(index).isUnfinished()).isFalse();
    assertThat(isIn(index, OWN)).isFalse();
    assertThat(isIn(folder.resolve("index.desk"), "News of the day, number 2")).isFalse();
    IndexContents erased = IndexContents.of(index);
    assertThat(run("index", articles.toString()).assertDone()).contains(" erased 2,");
    assertThat(IndexContents.of(index)).isEqualTo(erased);
    assertGone();
  }

  @ParameterizedTest
  @EnumSource(names = {"BURIED", "UNLISTED", "UNRECOGNIZED"})
  void rebuildAfterAKillLeavesItOut(Step last) {
    Erasing erasing =
        new Erasing(
            index,
            step -> {
              if (step == last) {
                throw new Killed();
              }
            });
    try (SearchEngine engine = Engines.open(index).search(Engine.TIME_LIMIT)) {
      var both = Stream.of(PIER, PIER + "~2").map(id -> engine.article(id).orElseThrow()).toList();
      List<ArticleRef> refs = List.copyOf(engine.refs(List.of(PIER, PIER + "~2")).values());
      assertThatExceptionOfType(Killed.class).isThrownBy(() -> erasing.erase(both, refs, "x"));
    }
    assertThat(run("index", articles.toString()).assertDone()).contains(" erased 2,");
    assertGone();
    assertThat(run("erase").assertDone()).startsWith("Finished an erasure that was interrupted");
  }

  @Test
  void clusterRefuses() {
    Program.Ended ended =
        Program.within(
            "erase", "x", "--why", "x", "--engine", "opensearch=http://127.0.0.1:9/paper");
    ended.assertRefused();
    assertThat(ended.err()).contains("Only articles of an archive in a folder can be erased so far");
  }
}
