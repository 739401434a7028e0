package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.article.ArticleRef;
import broadsheet.cli.common.ExitCode;
import broadsheet.desk.Desks;
import broadsheet.desk.ListEntry;
import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.SearchRequest;
import broadsheet.erasure.Tombstones;
import broadsheet.files.Durable;
import broadsheet.indexing.Erasing;
import broadsheet.indexing.Erasing.Step;
import broadsheet.indexing.IndexContents;
import broadsheet.names.Name;
import broadsheet.names.NameEntry;
import broadsheet.names.NameKind;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
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

  @TempDir private static Path temporary;
  private static Path made = Path.of("");
  private static Path folder = Path.of("");
  private static Path articles = Path.of("");
  private Path index = Path.of("");

  /** Makes the archive once; each test has a copy at the same place. */
  @BeforeAll
  static void makeArchive() throws IOException {
    folder = temporary.toRealPath().resolve("paper");
    articles = Files.createDirectories(folder.resolve("articles"));
    write("a-1.json", item("pier", "1", "The " + OWN + " fell into the water, and " + QUOTED));
    write("a-2.json", item("pier", "2", "The " + OWN + " has been found, and " + QUOTED));
    write("b.json", item("ferry", "1", "The ferry runs on Sundays again, says the company."));
    write("rival.txt", "A rumour\n\nOur rival wrote that " + QUOTED + ", which is wrong.\n");
    Path index = folder.resolve("index");
    Program.done(index, "index", articles.toString());
    Program.done(index, "list", "add", "Harbour", PIER, "urn-example-ferry");
    made = temporary.resolve("made");
    Files.move(folder, made);
  }

  @BeforeEach
  void copyArchive() throws IOException {
    copy(made, folder);
    index = folder.resolve("index");
  }

  @AfterEach
  void deleteArchive() throws IOException {
    Durable.delete(folder);
  }

  /** Fields as in ninjs, see https://iptc.org/std/ninjs/. */
  private static String item(String name, String version, String text) {
    return """
    {"uri": "urn:example:%s", "version": "%s", "versioncreated": "2024-05-0%sT10:00:00Z",
     "pubstatus": "usable", "headline": "All the news on the %s, part %s", "body_text": "%s"}
    """
        .formatted(name, version, version, name, version, text);
  }

  private static void write(String name, String text) throws IOException {
    Files.writeString(articles.resolve(name), text);
  }

  private Program.Ended run(String... args) {
    return Program.on(index, args);
  }

  private Program.Ended erase() {
    return run("erase", PIER, "--why", "ruling 7", "--yes", "--versions");
  }

  private void assertGone() {
    assertThat(run("search", OWN, "--versions", "all").exitCode())
        .isEqualTo(ExitCode.NOTHING_FOUND);
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
        .contains("  " + articles.resolve("a-1.json") + "\n  ")
        .doesNotContain(OWN, "harbour master");
    assertThat(isIn(index, OWN)).isFalse();
    assertThat(isIn(folder.resolve("index.desk"), "All the news on the pier, part 2")).isFalse();
    assertThat(isIn(folder.resolve("index.erased"), PIER)).isFalse();
    assertGone();
  }

  @Test
  void linkLeadsToTheSameArchive() throws IOException {
    Path target = index;
    index = Files.createSymbolicLink(folder.resolve("link"), target);
    assertThat(erase().assertDone()).contains("  the article rival\n");
    assertThat(isIn(target, OWN)).isFalse();
    assertThat(folder.resolve("index.erased")).isDirectory();
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
        .contains(
            "erased               " + articles.resolve("a-2.json") + ": erased from the archive");
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
    run("index", articles.toString(), "--part", "1/1").assertDone();
    assertThat(erase().assertDone()).containsPattern("  the article urn\\S+ in .*parts/1-of-1");
    run("index", "--join").assertDone();
    IndexContents joined = IndexContents.of(index);
    assertGone();
    run("index", articles.toString()).assertDone();
    assertThat(joined).isEqualTo(IndexContents.of(index));
  }

  @Thorough
  @Test
  void copiesAreErasedWithIt() throws IOException {
    for (int i = 0; i < 110; i++) {
      write(
          "copy-" + i + ".json",
          item("pier", "2", "The " + OWN + " has been found, and " + QUOTED));
    }
    run("index", "--update").assertDone();
    assertThat(erase().assertDone()).startsWith("Erased 2 articles: 112 records removed");
    assertThat(isIn(index, OWN)).isFalse();
    IndexContents erased = IndexContents.of(index);
    assertThat(run("index", articles.toString()).assertDone()).contains(" erased 112,");
    assertThat(IndexContents.of(index)).isEqualTo(erased);
  }

  @Test
  void whatUpdatesReplacedBeforeIsGoneToo() throws IOException {
    write("a-2.json", item("pier", "2", "The zygomorph has been found."));
    run("index", "--update").assertDone();
    run("erase", "zygomorph", "--why", "x", "--yes", "--versions").assertDone();
    assertThat(isIn(index, "zygomorph")).isFalse();
    assertThat(isIn(index, OWN)).isFalse();
  }

  @Test
  void withdrawnVersionsAreErasedWithIt() throws IOException {
    write("a-3.json", item("pier", "3", "Nothing.").replace("usable", "canceled"));
    run("index", "--update").assertDone();
    write("a-4.json", item("pier", "4", "The zygomorph has been found."));
    run("index", "--update").assertDone();
    assertThat(isIn(index, OWN)).isTrue();
    run("erase", "zygomorph", "--why", "x", "--yes").assertDone();
    assertThat(isIn(index, OWN)).isFalse();
    IndexContents erased = IndexContents.of(index);
    run("index", articles.toString()).assertDone();
    assertThat(IndexContents.of(index)).isEqualTo(erased);
  }

  @Test
  void ledgerQuotesNothingOfIt() throws IOException {
    String dated = "{\"title\": \"%s\", \"body\": \"%s\", \"date\": \"the %s day\"}\n";
    write(
        "c.jsonl",
        dated.formatted("Alpha", "Gamma.", "anapest") + dated.formatted("A", "Beta.", "zygomorph"));
    run("index", "--update").assertDone();
    assertThat(run("ledger").assertDone()).contains("zygomorph", "anapest");
    run("erase", "beta", "--why", "x", "--yes").assertDone();
    assertThat(run("ledger").assertDone()).doesNotContain("zygomorph").contains("anapest");
    assertThat(isIn(index, "zygomorph")).isFalse();
  }

  @Test
  void readersGoOnSearching() {
    try (SearchEngine engine = Engines.open(index).search(Engine.TIME_LIMIT)) {
      List<Long> found = new ArrayList<>();
      List<Article> both = List.of(engine.article(PIER).orElseThrow());
      List<ArticleRef> refs = List.copyOf(engine.refs(List.of(PIER)).values());
      new Erasing(index, _ -> found.add(total(engine))).erase(both, refs, "x");
      assertThat(found).startsWith(3L, 3L, 3L, 3L);
      assertThat(engine.article("rival")).isPresent();
    }
  }

  private static long total(SearchEngine engine) {
    return engine.search(SearchRequest.of(new QueryNode.Everything())).total();
  }

  @Test
  void upgradeLeavesItOut() throws IOException {
    Path old = folder.resolve("old");
    copy(index, old);
    erase().assertDone();
    Durable.delete(index);
    copy(old, index);
    try (IndexingSession session = Engines.open(index).upgrade(_ -> {}, (_, _) -> {})) {
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
    assertThat(isIn(folder.resolve("index.desk"), "All the news on the pier, part 2")).isFalse();
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
    String note = "ask again about the " + OWN;
    run("list", "add", "Harbour", PIER, "--note", note).assertDone();
    assertThat(erase().assertDone()).contains("  a note on the list ");
    var lists = Desks.open(index).lists();
    List<ListEntry> entries = lists.entries().of(lists.ofAllUsers().getFirst().id());
    assertThat(entries).hasSize(2);
    assertThat(entries.getFirst().title()).matches("Erased on 20\\d\\d-\\d\\d-\\d\\d");
    assertThat(entries.getFirst().note()).isEqualTo(note);
    assertThat(entries.getFirst().article().id()).startsWith("erased-");
    assertThat(entries.get(1).title()).isEqualTo("All the news on the ferry, part 1");
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
        .contains("All the news on the pier, part 2 (2024-05-02T10:00:00Z)  " + PIER)
        .contains("Other versions:", "add --yes");
    assertThat(run("erase", PIER, "--why", "x", "--yes").err())
        .contains("Add --versions or --no-versions");
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
    assertThat(run("search", OWN).assertDone()).contains("All the news on the pier, part 1");
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

  /** Few articles change, for which names would not be decided again otherwise. */
  @Test
  void namesThatOnlyItHadAreForgotten() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      String text =
          i < 8
              ? "The chairman, Paul Quimbelow, said that rates would rise. Mr. Quimbelow spoke on"
                  + " day "
              : "The harbour was closed on day ";
      lines.append("{'id': 'r%s', 'body': '%s.'}\n".formatted(i, text + i).replace('\'', '"'));
    }
    write("n.jsonl", lines.toString());
    run("index", "--update", "--names").assertDone();
    assertThat(names()).isNotEmpty();
    run("erase", "Quimbelow", "--why", "x", "--yes", "--reprints").assertDone();
    assertThat(names()).isEmpty();
    assertThat(isIn(index, "Quimbelow")).isFalse();
  }

  private Optional<NameEntry> names() {
    try (SearchEngine engine = Engines.open(index).search(Engine.TIME_LIMIT)) {
      return engine.name(new Name(NameKind.PERSON, "Paul Quimbelow"));
    }
  }

  @Test
  void idIsKnownAgainOnlyInItsSource() throws IOException {
    String story = "{\"id\": \"s7\", \"source\": \"%s\", \"title\": \"A\", \"body\": \"%s\"}";
    write("c.json", story.formatted("Gazette", "Alpha."));
    run("index", "--update").assertDone();
    run("erase", "alpha", "--why", "x", "--yes").assertDone();
    write("c.json", story.formatted("Gazette", "Beta."));
    write("d.json", story.formatted("Herald", "Gamma."));
    run("index", "--update").assertDone();
    assertThat(run("search", "beta").exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
    run("search", "gamma").assertDone();
  }

  /** A process that ends at a step. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void eraseUntil(Step last) {
    Erasing erasing =
        new Erasing(
            index,
            step -> {
              if (step == last) {
                throw new Killed();
              }
            });
    try (SearchEngine engine = Engines.open(index).search(Engine.TIME_LIMIT)) {
      List<String> ids = List.of(PIER, PIER + "~2");
      List<Article> both = ids.stream().map(id -> engine.article(id).orElseThrow()).toList();
      List<ArticleRef> refs = List.copyOf(engine.refs(ids).values());
      assertThatExceptionOfType(Killed.class).isThrownBy(() -> erasing.erase(both, refs, "x"));
    }
    assertThat(erasing.isUnfinished()).isEqualTo(last != Step.LOGGED);
  }

  @Thorough
  @ParameterizedTest
  @EnumSource
  void interruptedErasureEndsWhenItIsRunAgain(Step last) throws IOException {
    eraseUntil(last);
    assertThat(erase().assertDone())
        .startsWith(
            last.compareTo(Step.REMOVED) < 0
                ? "Erased 2 articles: 2 records"
                : "Finished an erasure that was interrupted: 0 records");
    assertThat(new Erasing(index).isUnfinished()).isFalse();
    assertThat(isIn(index, OWN)).isFalse();
    assertThat(isIn(folder.resolve("index.desk"), "All the news on the pier, part 2")).isFalse();
    assertThat(run("index", "--update").assertDone()).startsWith("indexed 0, unchanged 2,");
    assertGone();
  }

  @Test
  void rebuildAfterAKillLeavesItOut() {
    eraseUntil(Step.BURIED);
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
    assertThat(ended.err())
        .contains("Only articles of an archive in a folder can be erased so far");
  }
}
