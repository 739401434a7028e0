package broadsheet.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Stress;
import broadsheet.engine.IndexingReport;
import broadsheet.ledger.Outcome;
import broadsheet.lucene.LuceneSearchEngine;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Very long, very large or very deep input is read or refused, and the run ends. */
@Stress
class OddInputTest {

  private static final String STORY = "A story of the day\n\nIt goes on as it did before.\n";

  @TempDir private Path folder;

  private Path corpus = Path.of("");

  @BeforeEach
  void create() throws IOException {
    corpus = Files.createDirectories(folder.resolve("corpus"));
    Files.writeString(corpus.resolve("last.txt"), "The last story\n\nIt is read as well.\n");
  }

  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private void write(String name, Writing writing) throws IOException {
    Path file = corpus.resolve(name);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      writing.to(out);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Indexes everything, and returns the number of articles. */
  private long index() {
    run(false);
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder.resolve("index"))) {
      return engine.articleCount();
    }
  }

  private IndexingReport run(boolean isUpdate) {
    List<Path> paths = isUpdate ? List.of() : List.of(corpus);
    return new Indexing(folder.resolve("index"), paths, IndexingScope.Manner.USUAL, isUpdate)
        .run(new IndexingLog(new PrintWriter(new StringWriter()), Progress.Display.NONE))
        .report();
  }

  @Test
  void lineOfAGigabyte() throws IOException {
    byte[] part = bytes("x".repeat(1 << 20));
    for (String name : List.of("a.txt", "b.jsonl", "c.csv", "d.html", "e.xml", "f.md")) {
      write(
          name,
          out -> {
            out.write(bytes(name.equals("c.csv") ? "title,body\na," : "{\"title\": \""));
            for (int i = 0; i < 1 << 10; i++) {
              out.write(part);
            }
          });
      assertThat(index()).as(name).isEqualTo(1);
      Files.delete(corpus.resolve(name));
    }
  }

  @Test
  void articleOfTenMillionWords() throws IOException {
    write(
        "a.jsonl",
        out -> {
          out.write(bytes("{\"title\": \"Long\", \"text\": \""));
          for (int i = 0; i < 10_000_000; i++) {
            out.write(bytes(i % 2 == 0 ? "word " : "more\\n"));
          }
          out.write(bytes("\"}\n"));
        });
    index();
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder.resolve("index"))) {
      long read = engine.articleCount() + engine.ledger().reasons(Outcome.FAILED).size();
      assertThat(read).isEqualTo(2);
    }
  }

  @Test
  void fiftyThousandTinyFiles() throws IOException {
    for (int i = 0; i < 50_000; i++) {
      Files.writeString(corpus.resolve(i + ".txt"), "Story " + i + "\n\nNumber " + i + ".\n");
    }
    assertThat(index()).isEqualTo(50_001);
  }

  @Test
  void zipOfAHundredThousandEntries() throws IOException {
    write(
        "a.zip",
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 100_000; i++) {
              zip.putNextEntry(new ZipEntry(i + ".txt"));
              zip.write(bytes("Story " + i + "\n\nNumber " + i + ".\n"));
              zip.closeEntry();
            }
          }
        });
    assertThat(index()).isEqualTo(100_001);
  }

  @Test
  void folderFiveHundredDeep() throws IOException {
    Path deep = corpus;
    for (int i = 0; i < 500; i++) {
      deep = Files.createDirectory(deep.resolve("d"));
    }
    Files.writeString(deep.resolve("a.txt"), STORY);
    assertThat(index()).isEqualTo(2);
  }

  @Test
  void halfAMillionEqualRows() throws IOException {
    write(
        "a.csv",
        out -> {
          out.write(bytes("title,body\n"));
          for (int i = 0; i < 500_000; i++) {
            out.write(bytes("Rain,It rained again today.\n"));
          }
        });
    assertThat(index()).isEqualTo(2);
  }

  /** The update reads none of them anew, and keeps the article when its first place is gone. */
  @Test
  void halfAMillionEqualFiles() throws IOException {
    for (int i = 0; i < 500_000; i++) {
      Path files = Files.createDirectories(corpus.resolve("d" + i / 1_000));
      Files.writeString(files.resolve(i + ".txt"), STORY);
    }
    assertThat(index()).isEqualTo(2);
    Files.delete(corpus.resolve("d0/0.txt"));
    IndexingReport report = run(true);
    assertThat(report.removed()).isEqualTo(1);
    assertThat(report.unchanged()).isEqualTo(500_000);
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder.resolve("index"))) {
      assertThat(engine.articleCount()).isEqualTo(2);
      assertThat(engine.ledger().totals().duplicates()).isEqualTo(499_998);
    }
  }
}
