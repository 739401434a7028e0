package broadsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.lucene.IndexBlocks;
import broadsheet.release.Release;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code backup} of an archive that is in use. */
class BackupTest {

  @TempDir private Path folder;

  private Path articles = Path.of("");
  private Path index = Path.of("");

  @BeforeEach
  void makeArchive() throws Exception {
    articles = Files.createDirectory(folder.resolve("articles"));
    index = folder.resolve("index");
    write(0);
    Program.on(index, "index", articles.toString()).assertDone();
    Program.on(index, "alert", "add", "pier").assertDone();
  }

  private void write(int number) throws Exception {
    Files.writeString(
        articles.resolve(number + ".txt"),
        "Pier reopens for time " + number + "\n\nShip " + number + " came.\n");
  }

  @Test
  void backupsTakenDuringUpdatesAreWholeArchives() throws Exception {
    AtomicBoolean isOver = new AtomicBoolean();
    CompletableFuture<Integer> updates = CompletableFuture.supplyAsync(() -> updateUntil(isOver));
    for (int i = 0; i < 8; i++) {
      Path copy = folder.resolve("copy" + i);
      Program.Ended ended = Program.on(index, "backup", copy.toString());
      ended.assertDone();
      assertThat(ended.out()).startsWith("Backed up ").contains("--index " + copy.resolve("index"));
      Program.on(copy.resolve("index"), "check").assertDone();
      assertThat(Program.on(copy.resolve("index"), "search", "title:pier").out())
          .contains("reopens for time 0");
      assertThat(Program.on(copy.resolve("index"), "alert", "list").out()).contains("pier");
    }
    isOver.set(true);
    assertThat(updates.get()).isPositive();
  }

  private int updateUntil(AtomicBoolean isOver) {
    int number = 1;
    try {
      while (!isOver.get()) {
        write(number++);
        Program.on(index, "index", "--update").assertDone();
      }
      return number;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void copyIsAnArchiveThatCanBeUpdated() throws Exception {
    Path copy = folder.resolve("copy");
    Program.on(index, "backup", copy.toString()).assertDone();
    write(1);
    Program.on(copy.resolve("index"), "index", "--update").assertDone();
    assertThat(Program.on(copy.resolve("index"), "alert", "list").out()).contains("1 new article");
    assertThat(Program.on(index, "search", "ship").out()).startsWith("1 article ");
  }

  @Test
  void correctionsOfNamesAreInTheCopy() throws Exception {
    Program.on(index, "name", "correct", "place", "Pier", "--hide").assertDone();
    Path copy = folder.resolve("copy");
    Program.on(index, "backup", copy.toString()).assertDone();
    assertThat(Program.on(copy.resolve("index"), "name").out()).contains("“Pier” is hidden");
    assertThat(Program.on(copy.resolve("index"), "check").out()).contains("1 correction in ");
  }

  @Test
  void nothingIsOverwritten() throws Exception {
    Program.on(index, "backup", articles.toString()).assertRefused();
    assertThat(Program.on(index, "backup", articles.toString()).err()).contains("is not empty");
    Program.on(index, "backup", articles.resolve("0.txt").toString()).assertRefused();
    Program.on(folder.resolve("none"), "backup", folder.resolve("c").toString()).assertRefused();
    assertThat(folder.resolve("c")).doesNotExist();
    for (String within : List.of("index/backup", "index.desk/backup")) {
      Program.on(index, "backup", folder.resolve(within).toString()).assertRefused();
      assertThat(folder.resolve(within)).doesNotExist();
    }
  }

  @Test
  void manifestListsEveryFileAndRow() throws Exception {
    Program.on(index, "list", "add", "Harbour", "0", "--note", "ask").assertDone();
    Path copy = folder.resolve("copy");
    Program.on(index, "backup", copy.toString()).assertDone();
    JsonNode manifest = new ObjectMapper().readTree(copy.resolve("manifest.json").toFile());
    assertThat(manifest.path("program").asText()).isEqualTo("broadsheet " + Release.current());
    assertThat(Instant.parse(manifest.path("madeAt").asText())).isBefore(Instant.now());
    assertThat(manifest.path("index").asText()).isEqualTo(index.toRealPath().toString());
    assertThat(manifest.at("/tables/index.desk~1lists.db/entry").asInt()).isEqualTo(1);
    assertThat(manifest.at("/tables/index.desk~1lists.db/mark").asInt(-1)).isZero();
    assertThat(manifest.at("/tables/index.desk~1searches.db/search").asInt()).isEqualTo(1);
    List<String> listed =
        manifest.path("files").findValues("path").stream().map(JsonNode::asText).toList();
    try (Stream<Path> files = Files.walk(copy)) {
      assertThat(files.filter(Files::isRegularFile).map(each -> copy.relativize(each).toString()))
          .containsAll(listed)
          .filteredOn(name -> !name.endsWith(".lock"))
          .hasSize(listed.size() + 2);
    }
  }

  @Test
  void onlyTheOwnerMayReadABackup() throws Exception {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path copy = folder.resolve("copy");
    Program.on(index, "backup", copy.toString()).assertDone();
    for (Path each : List.of(copy, copy.resolve("index.desk"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
          .isEqualTo("rwx------");
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(copy.resolve("index.desk/searches.db"))))
        .isEqualTo("rw-------");
  }

  /** Looking into a backup must not make it another one. */
  @Test
  void readingABackupLeavesItAsItWas() throws Exception {
    Program.on(index, "list", "add", "Harbour", "0").assertDone();
    Path copy = folder.resolve("copy");
    Program.on(index, "backup", copy.toString()).assertDone();
    for (String command : List.of("check", "stats", "list", "alert list", "search list:Harbour")) {
      Program.on(copy.resolve("index"), command.split(" ")).assertDone();
    }
    Program.on(index, "check", copy.toString()).assertDone();
  }

  @Test
  void damagedIndexIsNotBackedUp() throws Exception {
    IndexBlocks.of(index, List.of("fdt")).getFirst().damage(new Random(1));
    Path copy = folder.resolve("copy");
    Program.Ended ended = Program.on(index, "backup", copy.toString());
    ended.assertRefused();
    assertThat(ended.err()).contains("The index in " + index + " is damaged");
    assertThat(names()).doesNotContain("copy", ".copy.partial");
  }

  @Test
  void damagedDeskIsNotBackedUp() throws Exception {
    Path file = folder.toRealPath().resolve("index.desk/searches.db");
    byte[] whole = Files.readAllBytes(file);
    byte[] headless = whole.clone();
    Arrays.fill(headless, 0, 4, (byte) 0);
    for (byte[] damaged : List.of(headless, new byte[0], Arrays.copyOf(whole, 4096))) {
      Files.write(file, damaged);
      Program.Ended ended = Program.on(index, "backup", folder.resolve("copy").toString());
      ended.assertRefused();
      assertThat(ended.err()).contains(file + " is damaged", "Restore it from a backup");
      assertThat(names()).doesNotContain("copy", ".copy.partial");
      assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
    }
    Files.delete(file);
    Program.on(index, "backup", folder.resolve("copy").toString()).assertRefused();
    Files.write(file, whole);
    Program.on(index, "backup", folder.resolve("copy").toString()).assertDone();
  }

  /** Everything on the desk is copied: an account, a log, a table of a later release. */
  @Test
  void everyFileOnTheDeskIsCopied() throws Exception {
    Files.writeString(folder.resolve("index.desk/changes.log"), "a line\n");
    Files.createDirectories(folder.resolve("index.desk/former"));
    Files.writeString(folder.resolve("index.desk/former/changes.log"), "an older line\n");
    Path copy = folder.resolve("copy");
    Program.on(index, "backup", copy.toString()).assertDone();
    assertThat(copy.resolve("index.desk/changes.log")).content().isEqualTo("a line\n");
    assertThat(copy.resolve("index.desk/former/changes.log"))
        .content()
        .isEqualTo("an older line\n");
  }

  @Test
  void whatAKilledBackupLeftIsRemovedByTheNext() throws Exception {
    Path partial = Files.createDirectory(folder.resolve(".copy.partial"));
    Files.createFile(partial.resolve("in-use.lock"));
    Files.createDirectory(partial.resolve("index"));
    Files.writeString(partial.resolve("index/_0.cfs"), "half");
    Program.on(index, "backup", folder.resolve("copy").toString()).assertDone();
    assertThat(names()).contains("copy").doesNotContain(".copy.partial");
    Program.on(index, "check", folder.resolve("copy").toString()).assertDone();
  }

  private List<String> names() throws Exception {
    return names(folder);
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> each.getFileName().toString()).toList();
    }
  }

  @Test
  void onlyTheNewestAreKeptAndNothingElseIsDeleted() throws Exception {
    Path all = Files.createDirectory(folder.resolve("all"));
    Path other = folder.resolve("other");
    Program.on(other, "index", articles.toString()).assertDone();
    Program.on(other, "backup", all.resolve("other").toString()).assertDone();
    Program.on(index, "backup", all.resolve("a-enriched").toString()).assertDone();
    Files.writeString(all.resolve("a-enriched/why.txt"), "before the move");
    Program.on(index, "backup", folder.resolve("away").toString()).assertDone();
    Files.createSymbolicLink(all.resolve("link"), folder.resolve("away"));
    Files.writeString(all.resolve("note.txt"), "keep");
    Files.createDirectories(all.resolve("folder/index"));
    Path partial = Files.createDirectory(all.resolve(".old.partial"));
    Files.createFile(partial.resolve("in-use.lock"));
    List<String> rest = List.of("other", "a-enriched", "link", "note.txt", "folder");
    List<String> newest = List.of();
    for (int i = 1; i <= 4; i++) {
      Program.Ended ended = Program.on(index, "backup", all.toString(), "--keep", "2");
      ended.assertDone();
      String made = ended.out().replaceFirst("(?s).*restore \\S*/(\\S+) --replace.*", "$1");
      List<String> expected = new ArrayList<>(rest);
      expected.addAll(newest);
      expected.add(made);
      assertThat(names(all)).containsExactlyInAnyOrderElementsOf(expected);
      Program.on(index, "check", all.resolve(made).toString()).assertDone();
      newest = List.of(made);
    }
    assertThat(folder.resolve("away/manifest.json")).exists();
  }

  /** The clock may have been set back. A new backup must not be deleted in favour of others. */
  @Test
  void newBackupStaysThoughOthersSayTheyAreNewer() throws Exception {
    Path all = folder.resolve("all");
    Program.on(index, "backup", all.resolve("b").toString()).assertDone();
    Path manifest = all.resolve("b/manifest.json");
    String later = Files.readString(manifest).replaceFirst("madeAt\" : \"20", "madeAt\" : \"21");
    Files.writeString(manifest, later);
    Files.writeString(
        all.resolve("b/manifest.json.sha256"),
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(later.getBytes(UTF_8)))
            + "  manifest.json\n");
    Program.on(index, "check", all.resolve("b").toString()).assertDone();
    Program.on(index, "backup", all.toString(), "--keep", "1").assertDone();
    assertThat(names(all)).hasSize(1).doesNotContain("b");
  }

  @Test
  void nothingIsDeletedWhereTheNewBackupIsRefused() throws Exception {
    Path all = folder.resolve("all");
    for (int i = 0; i < 2; i++) {
      Program.on(index, "backup", all.toString(), "--keep", "2").assertDone();
    }
    List<String> before = names(all);
    Files.write(folder.resolve("index.desk/searches.db"), new byte[0]);
    Program.on(index, "backup", all.toString(), "--keep", "1").assertRefused();
    assertThat(names(all)).containsExactlyInAnyOrderElementsOf(before);
    Program.on(index, "backup", all.toString(), "--keep", "0").assertRefused();
  }
}
