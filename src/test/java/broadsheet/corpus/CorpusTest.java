package broadsheet.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.article.Article;
import broadsheet.corpus.record.CorpusException;
import broadsheet.corpus.record.FoundFile;
import broadsheet.corpus.record.Ledger;
import broadsheet.corpus.record.Reception;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.LedgerTotals;
import broadsheet.ledger.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
  @TempDir Path folder;

  private Path article(String name) {
    return Reading.write(folder, name, ("Story " + name + "\n\nIts text.").getBytes(UTF_8));
  }

  @Test
  void filesComeInTheOrderOfTheirNamesHoweverTheyNest() {
    article("b.txt");
    article("a/z.txt");
    article("a/b/c.txt");
    article("c.txt");
    assertThat(Reading.of(folder).articles())
        .flatExtracting(Article::locations)
        .containsExactly("a/b/c.txt", "a/z.txt", "b.txt", "c.txt");
  }

  @Test
  void hiddenFilesAndFoldersAreSkipped() {
    article(".hidden.txt");
    article(".git/a.txt");
    Reading reading = Reading.of(folder);
    assertThat(reading.articles()).isEmpty();
    assertThat(reading.ledger().reasons(Outcome.SKIPPED)).containsEntry("hidden", 2L);
  }

  @Test
  void loopOfLinksEnds() throws IOException {
    article("a/b.txt");
    Files.createSymbolicLink(folder.resolve("a/loop"), folder);
    Files.createSymbolicLink(folder.resolve("self"), folder.resolve("self"));
    Reading reading = Reading.of(folder);
    assertThat(reading.articles()).hasSize(1);
    assertThat(reading.ledger().totals().skipped()).isEqualTo(1);
    assertThat(reading.ledger().totals().failed()).isEqualTo(1);
  }

  @Test
  @Timeout(20)
  void pipeIsSkipped() throws Exception {
    Process mkfifo = new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start();
    assumeTrue(mkfifo.waitFor(10, TimeUnit.SECONDS) && mkfifo.exitValue() == 0, "no mkfifo here");
    Reading reading = Reading.of(folder);
    assertThat(reading.ledger().reasons(Outcome.SKIPPED)).containsKey("not a regular file");
  }

  @Test
  void unknownFormatIsAnErrorThatNamesTheFormats() {
    assertThatThrownBy(() -> TestCorpus.of(List.of(folder), Reading.TODAY).readAs("word"))
        .isInstanceOf(CorpusException.class)
        .hasMessageContainingAll("reuters21578", "jsonl", "text");
  }

  @Test
  void forcedFormatReadsWhatWouldBeSkipped() {
    Path notes = article("README.md");
    assertThat(Reading.of(notes).articles()).isEmpty();
    assertThat(Reading.of(TestCorpus.of(List.of(notes), Reading.TODAY).readAs("text")).articles())
        .hasSize(1);
  }

  @Test
  void damagedGzipGivesWhatCameBeforeTheDamage() {
    byte[] lines = "{\"title\": \"A story of the day\"}\n".repeat(20_000).getBytes(UTF_8);
    byte[] gzip = Reading.gzip(lines);
    Reading.write(folder, "a.jsonl.gz", Arrays.copyOf(gzip, gzip.length - 200));
    article("b.txt");

    Reading reading = Reading.of(folder);

    assertThat(reading.articles()).hasSizeGreaterThan(10_000);
    assertThat(reading.articles().getLast().locations()).containsExactly("b.txt");
    assertThat(reading.ledger().reasons(Outcome.FAILED))
        .containsOnlyKeys("ends too early: cut off or damaged");
  }

  @Test
  void fileThatIsGoneCostsOnlyItself() {
    Path first = article("a.txt");
    article("b.txt");
    Ledger ledger = new Ledger();
    Reception deletingFirst =
        new Reception() {
          @Override
          public boolean begin(FoundFile file) {
            try {
              Files.deleteIfExists(first);
              return true;
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          }

          @Override
          public void article(String path, Article article) {}

          @Override
          public void entry(String path, LedgerEntry entry) {}

          @Override
          public void end(FileRecord file) {}

          @Override
          public void endUnread(FileRecord file) {}
        };
    TestCorpus.of(List.of(folder), Reading.TODAY).read(deletingFirst, ledger, 1);
    assertThat(ledger.totals().indexed()).isEqualTo(1);
    assertThat(ledger.reasons(Outcome.FAILED)).containsOnlyKeys("gone before it could be read");
  }

  @Test
  void unreadableFileIsEnteredAndTheRestGoesOn() throws IOException {
    Path secret = article("a.txt");
    article("b.txt");
    assumeTrue(secret.toFile().setReadable(false) && !Files.isReadable(secret), "root reads all");
    Reading reading = Reading.of(folder);
    assertThat(reading.articles()).hasSize(1);
    assertThat(reading.ledger().reasons(Outcome.FAILED)).containsKey("no permission to read it");
  }

  @Test
  void whatTheSinkThrowsComesOutAsItIs() {
    article("a.txt");
    Reading.write(folder, "b.jsonl", "{\"title\": \"A\"}".getBytes(UTF_8));
    IllegalStateException full = new IllegalStateException("the index is full");
    Ledger ledger = new Ledger();
    Corpus corpus = TestCorpus.of(List.of(folder), Reading.TODAY);
    assertThatThrownBy(
            () ->
                TestCorpus.read(
                    corpus,
                    article -> {
                      throw full;
                    },
                    ledger))
        .isSameAs(full);
    assertThat(ledger.totals().failed()).isZero();
    assertThat(ledger.totals().indexed()).isZero();
  }

  @Test
  void bytesReadComeToTheSizeOfTheCorpus() {
    article("a.txt");
    Reading.write(folder, "b.jsonl.gz", Reading.gzip("{\"title\": \"A\"}".getBytes(UTF_8)));
    Reading.write(folder, "picture.png", new byte[300_000]);
    Corpus corpus = TestCorpus.of(List.of(folder), Reading.TODAY);
    LedgerTotals totals = Reading.of(corpus).ledger().totals();
    assertThat(totals.bytes()).isEqualTo(corpus.size().bytes());
    assertThat(totals.files()).isEqualTo(corpus.size().files()).isEqualTo(3);
    assertThat(totals.indexed()).isEqualTo(2);
    assertThat(totals.skipped()).isEqualTo(1);
  }
}
