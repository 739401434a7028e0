package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.cli.common.ExitCode;
import broadsheet.desk.Desk;
import broadsheet.desk.Desks;
import broadsheet.desk.ReadingList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Damage anywhere in a backup is found, and damage anywhere in an archive is never backed up. */
class DamagedBackupTest {

  private static final int PLACES = 100;

  @TempDir private Path folder;
  private Path index = Path.of("");

  @BeforeEach
  void makeArchive() throws IOException {
    index = folder.toRealPath().resolve("index");
    Path articles = Files.createDirectory(folder.resolve("articles"));
    write(articles, "pier", "A pier reopens");
    run("index", articles.toString()).assertDone();
    run("alert", "add", "pier OR quay").assertDone();
    write(articles, "quay", "A quay is sold");
    run("index", "--update").assertDone();
    run("list", "add", "Harbour", "pier", "--note", "ask the harbour master").assertDone();
    run("list", "add", "Harbour", "quay", "--note", "who bought it?").assertDone();
    run("list", "add", "Docks", "quay").assertDone();
  }

  private static void write(Path articles, String name, String text) throws IOException {
    Files.writeString(articles.resolve(name + ".txt"), text + "\n\n" + text + " today.\n");
  }

  private Program.Ended run(String... args) {
    return Program.on(index, args);
  }

  @Test
  void damageAnywhereInABackupIsFound() throws IOException {
    Path backup = folder.resolve("backup");
    run("backup", backup.toString()).assertDone();
    run("check", backup.toString()).assertDone();
    List<Path> files = files(backup);
    assertThat(files)
        .contains(backup.resolve("manifest.json"), backup.resolve("manifest.json.sha256"));
    Path place = folder.resolve("place/index");
    Seeds.each(
        PLACES - 1,
        random -> {
          byte[] whole = damageOne(files, random);
          Program.Ended check = run("check", backup.toString());
          check.assertRefused();
          Program.on(place, "restore", backup.toString()).assertRefused();
          mend(whole);
        });
    assertThat(place).doesNotExist();
    Program.on(place, "restore", backup.toString()).assertDone();
  }

  @Test
  void damageAnywhereInAnArchiveIsRefusedOrHarmless(TestReporter reporter) throws IOException {
    String before = kept(index);
    List<Path> files =
        Stream.concat(files(index.resolveSibling("index.desk")).stream(), files(index).stream())
            .toList();
    Map<String, Integer> outcomes = new TreeMap<>();
    Seeds.each(
        PLACES - 1,
        random -> {
          byte[] whole = damageOne(files, random);
          outcomes.merge(outcome(before), 1, Integer::sum);
          mend(whole);
        });
    assertThat(outcomes).containsKeys("refused");
    assertThat(kept(index)).isEqualTo(before);
    reporter.publishEntry("archives damaged before a backup", outcomes.toString());
  }

  private String outcome(String before) {
    Path backup = folder.resolve("backup");
    Program.Ended ended = run("backup", backup.toString());
    if (ended.exitCode() == ExitCode.ERROR) {
      ended.assertRefused();
      assertThat(ended.err()).doesNotContain("Unexpected");
      assertThat(children(folder)).doesNotContain(backup, folder.resolve(".backup.partial"));
      return "refused";
    }
    assertThat(kept(backup.resolve("index"))).isEqualTo(before);
    deleteAll(backup);
    return "harmless";
  }

  /** All that readers keep, and the articles, as text. */
  private static String kept(Path index) {
    StringBuilder kept = new StringBuilder();
    Desk desk = Desks.open(index);
    for (ReadingList list : desk.lists().all("")) {
      kept.append(list.name()).append(desk.lists().entries().of(list.id()));
    }
    kept.append(desk.searches().all());
    kept.append(Program.on(index, "show", "pier").out())
        .append(Program.on(index, "show", "quay").out());
    return kept.toString();
  }

  private Path damaged = Path.of("");

  /** Changes a byte; small files are hit as often as large ones. Returns the whole content. */
  private byte[] damageOne(List<Path> files, Random seeded) {
    SplittableRandom random = new SplittableRandom(seeded.nextLong());
    try {
      damaged = files.get(random.nextInt(files.size()));
      byte[] whole = Files.readAllBytes(damaged);
      byte[] changed = whole.clone();
      changed[random.nextInt(whole.length)] ^= (byte) (1 + random.nextInt(255));
      Files.write(damaged, changed);
      return whole;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void mend(byte[] whole) {
    try {
      Files.write(damaged, whole);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> Files.isRegularFile(file) && file.toFile().length() > 0)
          .sorted()
          .toList();
    }
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteAll(Path folder) {
    try {
      broadsheet.files.Durable.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
