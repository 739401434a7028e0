package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.indexing.IndexContents;
import broadsheet.indexing.Indexing;
import broadsheet.indexing.IndexingLog;
import broadsheet.indexing.IndexingScope;
import broadsheet.indexing.Progress;
import broadsheet.indexing.SourceLostException;
import broadsheet.ledger.Outcome;
import broadsheet.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that is out of reach keeps its articles. */
class SourceLossTest {

  private static final int FILES = 25;

  @TempDir private Path folder;

  private Path one = Path.of("");
  private Path two = Path.of("");
  private Path index = Path.of("");

  @BeforeEach
  void indexTwoSources() throws IOException {
    one = folder.resolve("one");
    Files.createDirectories(one.resolve("news"));
    two = Files.createDirectories(folder.resolve("two"));
    index = folder.resolve("index");
    for (int i = 0; i < FILES; i++) {
      article(one.resolve("news/" + i + ".txt"), "rain " + i);
    }
    article(two.resolve("a.txt"), "snow");
    assertThat(run("index", one.toString(), two.toString()).exitCode()).isZero();
  }

  private static void article(Path file, String subject) throws IOException {
    Files.writeString(file, "All about " + subject + "\n\nThere was some " + subject + " today.\n");
  }

  private Program.Ended run(String... args) {
    return Program.on(index, args);
  }

  private void remove(int files) throws IOException {
    for (int i = 0; i < files; i++) {
      Files.delete(one.resolve("news/" + i + ".txt"));
    }
  }

  private int articles() {
    return IndexContents.of(index).articles().size();
  }

  private void assertRefused(Program.Ended ended, int left) {
    ended.assertRefused();
    assertThat(ended.err())
        .contains(one + " would keep " + left + " of 25 articles", "--allow-removals");
    assertThat(articles()).isEqualTo(FILES + 1);
  }

  @Test
  void emptiedSourceIsRefusedUnlessAllowed() throws IOException {
    remove(FILES);
    assertRefused(run("index", "--update"), 0);
    assertRefused(run("index", "--update", one.toString()), 0);

    assertThat(run("index", "--update", "--allow-removals").exitCode()).isZero();
    assertThat(articles()).isEqualTo(1);
  }

  @Test
  void rebuildOfSeveralSourcesOfWhichOneIsEmptiedIsRefusedUnlessAllowed() throws IOException {
    remove(FILES);
    assertRefused(run("index", one.toString(), two.toString()), 0);
    assertRefused(run("index", folder.toString(), "--exclude", "index"), 0);

    String[] allowed = {"index", one.toString(), two.toString(), "--allow-removals"};
    assertThat(run(allowed).exitCode()).isZero();
    assertThat(articles()).isEqualTo(1);
  }

  @Test
  void rebuildFromOtherFilesIsNoLoss() {
    assertThat(run("index", two.toString()).exitCode()).isZero();
    assertThat(articles()).isEqualTo(1);
  }

  @Test
  void moreThanHalfIsRefusedAndLessIsNot() throws IOException {
    remove(13);
    assertRefused(run("index", "--update"), 12);
    article(one.resolve("news/0.txt"), "rain 0");
    assertThat(run("index", "--update").exitCode()).isZero();
    assertThat(articles()).isEqualTo(FILES + 1 - 12);
  }

  @Test
  void smallSourceMayBeEmptied() throws IOException {
    remove(6);
    assertThat(run("index", "--update").exitCode()).isZero();
    for (int i = 6; i < FILES; i++) {
      Files.delete(one.resolve("news/" + i + ".txt"));
    }
    assertThat(run("index", "--update").exitCode()).isZero();
    assertThat(articles()).isEqualTo(1);
  }

  @Test
  void editsDoNotHideALoss() throws IOException {
    remove(13);
    for (int i = 13; i < FILES; i++) {
      article(one.resolve("news/" + i + ".txt"), "hail " + i);
    }
    assertRefused(run("index", "--update"), 12);
  }

  @Test
  void movedFilesAreNoLoss() throws IOException {
    Files.move(one.resolve("news"), one.resolve("archive"));
    assertThat(run("index", "--update").exitCode()).isZero();
    assertThat(articles()).isEqualTo(FILES + 1);
  }

  @Test
  void emptiedFileOfManyRecordsIsRefused() throws IOException {
    Path file = folder.resolve("a.jsonl");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      lines.append("{\"title\": \"Story ").append(i).append("\", \"text\": \"It was told.\"}\n");
    }
    Files.writeString(file, lines.toString());
    assertThat(run("index", file.toString()).exitCode()).isZero();
    Files.writeString(file, "");

    run("index", "--update").assertRefused();
    assertThat(articles()).isEqualTo(30);
  }

  /** Links to themselves or to nothing cannot be read even by an administrator. */
  @Test
  void whatCannotBeReadIsNotGone() throws IOException {
    Path file = one.resolve("news/0.txt");
    Path away = folder.resolve("away");
    Files.delete(file);
    Files.createSymbolicLink(file, file);
    Program.Ended ended = run("index", "--update");
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).contains("removed 0", "failed 1");
    assertThat(articles()).isEqualTo(FILES + 1);

    Files.move(one.resolve("news"), away);
    Files.createSymbolicLink(one.resolve("news"), folder.resolve("not mounted"));
    assertThat(run("index", "--update", "--allow-removals").out()).contains("removed 0");
    assertThat(articles()).isEqualTo(FILES + 1);

    Files.delete(one.resolve("news"));
    Files.move(away, one.resolve("news"));
    Files.delete(file);
    article(file, "rain 0");
    assertThat(run("index", "--update").exitCode()).isZero();
    Path rebuilt = folder.resolve("rebuilt");
    new Indexing(rebuilt, List.of(one, two), IndexingScope.Manner.USUAL, false)
        .run(new IndexingLog(new PrintWriter(new StringWriter()), Progress.Display.NONE));
    assertThat(IndexContents.of(index).without(IndexContents.of(rebuilt))).isEmpty();
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
      assertThat(engine.ledger().entries(Outcome.FAILED, 0, 10)).isEmpty();
    }
  }

  @Test
  void messageNamesTheFirstOfSeveral() {
    var lost =
        List.of(
            new broadsheet.ledger.SourceLoss("/a", 2_000, 1),
            new broadsheet.ledger.SourceLoss("/b", 20, 0));
    assertThatThrownBy(
            () -> {
              throw new SourceLostException(lost);
            })
        .hasMessageStartingWith("/a (and 1 more) would keep 1 of 2,000 articles");
  }
}
