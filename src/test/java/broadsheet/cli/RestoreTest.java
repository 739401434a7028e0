package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.desk.Desks;
import broadsheet.desk.ListEntry;
import broadsheet.desk.ReadingList;
import broadsheet.engine.Engines;
import broadsheet.engine.WriteLock;
import broadsheet.files.Durable;
import broadsheet.files.UseLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Putting a backup back. */
class RestoreTest {

  @TempDir private Path temporary;
  private Path folder = Path.of("");
  private Path articles = Path.of("");
  private Path index = Path.of("");
  private Path backup = Path.of("");

  /** The backup has one article and a list; the archive has gone on since. */
  @BeforeEach
  void makeArchiveAndBackup() throws IOException {
    folder = temporary.toRealPath();
    articles = Files.createDirectory(folder.resolve("articles"));
    index = folder.resolve("index");
    backup = folder.resolve("backup");
    write("pier");
    run("index", articles.toString()).assertDone();
    run("list", "add", "Harbour", "pier", "--note", "ask the harbour master").assertDone();
    run("backup", backup.toString()).assertDone();
    write("quay");
    run("index", "--update").assertDone();
    run("list", "add", "Docks", "quay").assertDone();
  }

  private void write(String name) throws IOException {
    Files.writeString(articles.resolve(name + ".txt"), "A " + name + " reopens\n\nIt did today.\n");
  }

  private Program.Ended run(String... args) {
    return Program.on(index, args);
  }

  private Program.Ended restore(String... options) {
    return run(
        Stream.concat(Stream.of("restore", backup.toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  private static List<String> lists(Path index) {
    return Desks.open(index).lists().all("").stream().map(ReadingList::name).sorted().toList();
  }

  private void assertOld(Path index) {
    assertThat(lists(index)).containsExactly("Docks", "Harbour");
    assertThat(Program.on(index, "search", "reopens").out()).startsWith("2 articles");
  }

  private void assertRestored(Path index) {
    assertThat(lists(index)).containsExactly("Harbour");
    ReadingList list = Desks.open(index).lists().find("", "Harbour").orElseThrow();
    assertThat(Desks.open(index).lists().entries().of(list.id()))
        .extracting(ListEntry::note)
        .containsExactly("ask the harbour master");
    assertThat(Program.on(index, "search", "reopens").out()).startsWith("1 article");
    Program.on(index, "check").assertDone();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> String.valueOf(each.getFileName())).sorted().toList();
    }
  }

  @Test
  void backupIsPutWhereNothingIs() throws IOException {
    Path place = folder.resolve("new/place");
    Program.Ended ended = Program.on(place, "restore", backup.toString());
    ended.assertDone();
    assertThat(ended.out()).startsWith("Restored 1 article and what readers keep, as of 20");
    assertRestored(place);
    try (Stream<Path> all = Files.list(folder.resolve("new"))) {
      assertThat(all.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("place", "place.desk");
    }
  }

  @Test
  void emptyFolderIsAPlaceToo() throws IOException {
    Path place = Files.createDirectory(folder.resolve("place"));
    Program.on(place, "restore", backup.toString()).assertDone();
    assertRestored(place);
  }

  @Test
  void linkLeadsToThePlace() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), index);
    Program.on(link, "restore", backup.toString(), "--replace").assertDone();
    assertThat(link).isSymbolicLink();
    assertRestored(index);
    assertThat(lists(link)).containsExactly("Harbour");
  }

  @Test
  void nothingIsReplacedUnlessItIsSaid() throws IOException {
    Program.Ended ended = restore();
    ended.assertRefused();
    assertThat(ended.err()).contains("--replace");
    assertOld(index);
    Durable.delete(index);
    restore().assertRefused(); // the desk is there still
    assertThat(lists(index)).containsExactly("Docks", "Harbour");
  }

  @Test
  void whatIsReplacedIsKeptBeside() throws IOException {
    restore("--replace").assertDone();
    assertRestored(index);
    List<String> beside =
        names().stream().filter(name -> name.startsWith("index.replaced-")).toList();
    assertThat(beside).hasSize(2);
    assertOld(folder.resolve(beside.getFirst()));
    assertThat(names()).hasSize(6).contains("index", "index.desk", "articles", "backup");
  }

  /** Several within a second, as a rule. */
  @Test
  void eachThingThatIsReplacedHasANameOfItsOwn() throws IOException {
    for (int i = 0; i < 4; i++) {
      restore("--replace").assertDone();
    }
    assertThat(names())
        .filteredOn(name -> name.contains(".replaced-") && !name.endsWith(".desk"))
        .hasSize(4);
    assertRestored(index);
  }

  @Test
  void damagedArchiveCanBeReplaced() throws IOException {
    Files.write(folder.resolve("index.desk/lists.db"), new byte[0]);
    Files.write(index.resolve("segments_9"), new byte[10]);
    restore("--replace").assertDone();
    assertRestored(index);
  }

  @Test
  void archiveInUseIsNotReplaced() throws IOException {
    try (UseLock _ = UseLock.shared(index).orElseThrow()) {
      Program.Ended ended = restore("--replace");
      ended.assertRefused();
      assertThat(ended.err()).contains("A server uses the index", "stop it");
    }
    try (WriteLock _ = Engines.open(index).lock()) {
      Program.Ended ended = restore("--replace");
      ended.assertRefused();
      assertThat(ended.err()).contains("Another process is writing");
    }
    assertOld(index);
    assertThat(names()).containsExactly("articles", "backup", "index", "index.desk");
  }

  @Test
  void folderThatIsNoWholeBackupIsRefused() throws IOException {
    for (String missing : List.of("manifest.json.sha256", "index.desk/lists.db", "manifest.json")) {
      Files.delete(backup.resolve(missing));
      restore("--replace").assertRefused();
    }
    assertThat(restore("--replace").err()).contains("There is no whole backup in " + backup);
    run("restore", folder.resolve("none").toString()).assertRefused();
    assertOld(index);
  }

  @Test
  void manifestThatLeadsOutOfTheBackupIsRefused() throws Exception {
    Files.writeString(folder.resolve("secret"), "x");
    change("\"path\" : \"index.desk/contents\"", "\"path\" : \"../secret\"");
    Program.Ended ended = restore("--replace");
    ended.assertRefused();
    assertThat(ended.err()).contains("manifest.json cannot be parsed");
  }

  @Test
  void backupOfANewerReleaseIsRefused() throws Exception {
    change("\"format\" : 1", "\"format\" : 2");
    Program.Ended ended = restore("--replace");
    ended.assertRefused();
    assertThat(ended.err()).contains("writes format 2; this program reads format 1");
  }

  private void change(String from, String to) throws Exception {
    Path manifest = backup.resolve("manifest.json");
    String json = Files.readString(manifest);
    assertThat(json).contains(from);
    byte[] changed = json.replace(from, to).getBytes(StandardCharsets.UTF_8);
    Files.write(manifest, changed);
    String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(changed));
    Files.writeString(backup.resolve("manifest.json.sha256"), sum + "  manifest.json\n");
  }

  /**
   * The states a kill can leave after the new archive was decided on: each renaming done or not.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void whateverOpensTheIndexFinishesARestoreThatWasKilled(int done) throws IOException {
    Path decided = Files.createDirectory(folder.resolve("index.restored"));
    Files.writeString(decided.resolve("aside"), "index.replaced-then");
    Files.createFile(decided.resolve(UseLock.NAME));
    Path whole = folder.resolve("whole/index");
    Program.on(whole, "restore", backup.toString()).assertDone();
    List<Path> from =
        List.of(index, whole, folder.resolve("index.desk"), folder.resolve("whole/index.desk"));
    List<Path> to =
        List.of(
            folder.resolve("index.replaced-then"),
            index,
            folder.resolve("index.replaced-then.desk"),
            folder.resolve("index.desk"));
    Files.move(whole, decided.resolve("index"));
    Files.move(folder.resolve("whole/index.desk"), decided.resolve("index.desk"));
    List<Path> staged =
        List.of(from.get(0), decided.resolve("index"), from.get(2), decided.resolve("index.desk"));
    for (int i = 0; i < done; i++) {
      Files.move(staged.get(i), to.get(i));
    }
    assertThat(run("search", "reopens").out()).startsWith("1 article");
    assertRestored(index);
    assertOld(folder.resolve("index.replaced-then"));
    assertThat(decided).doesNotExist();
  }

  /** The remains of a kill during the copy change nothing, and the next restore removes them. */
  @Test
  void halfACopyCountsForNothing() throws IOException {
    Path copying = folder.resolve("index.restoring");
    Files.createDirectories(copying.resolve("index"));
    Files.writeString(copying.resolve("index/segments_1"), "half");
    assertOld(index);
    restore("--replace").assertDone();
    assertRestored(index);
    assertThat(copying).doesNotExist();
  }
}
