package broadsheet.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.desk.Desks;
import broadsheet.desk.SavedSearch;
import broadsheet.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data saved by readers survives when the index folder is deleted or damaged. */
class LostIndexTest {

  @TempDir private Path folder;
  private Path corpus = Path.of("");
  private Path index = Path.of("");

  @BeforeEach
  void indexTwoArticlesOfWhichOneCameIn() throws IOException {
    corpus = Files.createDirectories(folder.resolve("corpus"));
    index = folder.resolve("index");
    article("old");
    assertThat(rebuild().exitCode()).isZero();
    assertThat(run("alert", "add", "harbour").exitCode()).isZero();
    article("new");
    assertThat(run("index", "--update").exitCode()).isZero();
    assertThat(cameIn()).containsExactly("new");
  }

  private void article(String name) throws IOException {
    Files.writeString(
        corpus.resolve(name + ".txt"), "Headline of " + name + "\n\nAll about one harbour.\n");
  }

  private Program.Ended run(String... args) {
    return Program.on(index, args);
  }

  private Program.Ended rebuild(String... more) {
    List<String> args = new ArrayList<>(List.of("index", corpus.toString()));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  private List<String> cameIn() {
    return AlertMatches.first(index);
  }

  private void deleteIndex() throws IOException {
    for (Path file : files()) {
      Files.delete(file);
    }
    Files.delete(index);
  }

  private void damageIndex() throws IOException {
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length > 0) {
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
      }
    }
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> there = Files.newDirectoryStream(index)) {
      there.forEach(files::add);
    }
    return files;
  }

  /** Which articles are new is known to the index alone; what comes next is told all the same. */
  private void assertOnlyWhatWasNewIsLost() throws IOException {
    List<SavedSearch> saved = Desks.open(index).searches().all();
    article("meanwhile");
    assertThat(rebuild().exitCode()).isZero();
    assertThat(Desks.open(index).searches().all()).isEqualTo(saved).hasSize(1);
    assertThat(cameIn()).isEmpty();
    article("newer");
    assertThat(run("index", "--update").exitCode()).isZero();
    assertThat(cameIn()).containsExactly("newer");
  }

  @Test
  void deletedIndexLosesNoAlert() throws IOException {
    deleteIndex();
    assertOnlyWhatWasNewIsLost();
  }

  @Test
  void damagedIndexLosesNoAlert() throws IOException {
    damageIndex();
    run("check").assertRefused();
    assertOnlyWhatWasNewIsLost();
  }

  /** Imitates a rebuild that was killed after removing the damaged commit. */
  @Test
  void damagedIndexWithoutACommitLosesNoAlert() throws IOException {
    for (Path file : files()) {
      if (String.valueOf(file.getFileName()).startsWith("segments")) {
        Files.delete(file);
      }
    }
    assertOnlyWhatWasNewIsLost();
  }

  @Test
  void linkToTheIndexHasTheSameSearches() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), index);
    List<?> saved = Desks.open(index).searches().all();
    index = link;
    assertThat(Desks.open(index).searches().all()).isEqualTo(saved).hasSize(1);
    article("newer");
    assertThat(run("index", "--update").exitCode()).isZero();
    assertThat(cameIn()).containsExactly("newer", "new");
    assertThat(folder.resolve("link.desk")).doesNotExist();
  }

  /** An index and its desk may be among the articles. */
  @Test
  void whatIsOnTheDeskIsNoArticle() throws IOException {
    assertThat(run("index", folder.toString()).exitCode()).isZero();
    assertThat(run("index", "--update").exitCode()).isZero();
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
      assertThat(engine.articleCount()).isEqualTo(2);
    }
    assertThat(cameIn()).containsExactly("corpus-new");
  }

  @Test
  void changedSearchIsDamage() throws IOException {
    Path file = folder.toRealPath().resolve("index.desk/searches.db");
    String whole = Files.readString(file, ISO_8859_1);
    assertThat(whole).contains("q=harbour");
    Files.writeString(file, whole.replace("q=harbour", "q=harpoon"), ISO_8859_1);
    Program.Ended check = run("check");
    check.assertRefused();
    assertThat(check.err()).contains(file + " is damaged", "Restore it from a backup");
    Files.writeString(file, whole, ISO_8859_1);
    Program.Ended sound = run("check");
    assertThat(sound.exitCode()).isZero();
    assertThat(sound.out())
        .contains("is sound: all checksums match, and 2 articles read back")
        .contains("1 alert in ");
  }

  @Test
  void checkReadsJudgements() throws IOException {
    Path qrels = Files.writeString(folder.resolve("mine.qrels"), "1 0 old 1\n");
    Path topics = Files.writeString(folder.resolve("mine.qrels.topics.tsv"), "1\tharbour\n");
    Program.Ended sound = run("check", "--judge", qrels.toString());
    assertThat(sound.exitCode()).as(sound.err()).isZero();
    assertThat(sound.out()).contains("1 judgement in " + qrels);
    Files.writeString(topics, "2\tharbour\n");
    Program.Ended unknown = run("check", "--judge", qrels.toString());
    unknown.assertRefused();
    assertThat(unknown.err()).contains("for topic 1, which");
    Files.writeString(qrels, "1 0 old\n");
    run("check", "--judge", qrels.toString()).assertRefused();
  }

  @Test
  void judgementsAreNotKeptInTheIndexFolder() {
    for (Path file : List.of(index.resolve("my.qrels"), index.resolve("semantic/my.qrels"))) {
      Program.Ended ended = run("serve", "--port", "0", "--judge", file.toString());
      ended.assertRefused();
      assertThat(ended.err()).contains("cannot use the index folder", "my.qrels");
      assertThat(file).doesNotExist();
    }
  }
}
