package broadsheet.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.record.FoundFile;
import broadsheet.corpus.record.Ledger;
import broadsheet.corpus.record.Reception;
import broadsheet.extension.host.BuiltJar;
import broadsheet.extension.host.Extensions;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.recognize.Recognizer;
import broadsheet.worker.WorkerLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of formats that extensions read: sound ones, damaged ones, and those of bad readers. */
class ExtensionReadingTest {
  private static final WorkerLimits LIMITS =
      new WorkerLimits(64, Duration.ofSeconds(4), Duration.ofSeconds(8));

  @TempDir private static Path jars;
  @TempDir private Path folder;
  private static Extensions extensions = Extensions.NONE;

  @BeforeAll
  static void build() throws IOException {
    BuiltJar.sample(jars.resolve("sample.jar"));
    bad("hanging", "while (true) Thread.onSpinWait();");
    bad("ending", "System.exit(0);");
    bad(
        "filling",
        "java.util.List<byte[]> l = new java.util.ArrayList<>();"
            + " while (true) l.add(new byte[1 << 20]);");
    bad(
        "halfway",
        "to.article(1, ExtensionArticle.builder().title(\"First\").build());"
            + " throw new java.io.IOException(\"record 2 has no end\");");
    extensions = Extensions.in(jars, LIMITS);
    assertThat(extensions.problems()).isEmpty();
  }

  private static void bad(String name, String body) throws IOException {
    BuiltJar.reader(name, name + "!", body, jars.resolve(name + ".jar"));
  }

  private Corpus corpus() {
    List<Path> roots = List.of(folder);
    Corpus.Part part = new Corpus.Part(folder, folder, List.of(), SourceReach.within(roots, false));
    return Corpus.of(List.of(part), Reading.TODAY, Recognizer.OFF, extensions);
  }

  private Reading read() {
    return Reading.of(corpus());
  }

  @Test
  void theSampleIsReadByItsContentAlsoPacked() throws IOException {
    byte[] sample = Files.readAllBytes(BuiltJar.sampleFile());
    Reading.write(folder, "export.gz", Reading.gzip(sample));
    Reading reading = read();
    assertThat(reading.entries()).isEmpty();
    Article first = reading.articles().getFirst();
    assertThat(reading.articles()).hasSize(2);
    assertThat(first.title()).isEqualTo("Harbour bridge opens after nine years");
    assertThat(first.id()).isEqualTo("WD-1987-0412");
    assertThat(first.publishedAt().iso()).isEqualTo("1987-04-12");
    assertThat(first.authors()).containsExactly("Ines Ferreira", "Tom Adeyemi");
    assertThat(first.source()).isEqualTo("The Harbour Gazette");
    assertThat(first.section()).isEqualTo("Metro");
    assertThat(first.topics()).containsExactly("transport", "bridges");
    assertThat(first.paragraphs()).hasSize(2);
    assertThat(first.language()).isEqualTo("en");
    assertThat(first.locations()).containsExactly("export.gz#1");
  }

  @Test
  void aBadReaderCostsItsFileAndNoOther() {
    Reading.write(folder, "a.txt", "hanging! and more".getBytes(UTF_8));
    Reading.write(folder, "b.txt", "ending! and more".getBytes(UTF_8));
    Reading.write(folder, "c.txt", "filling! and more".getBytes(UTF_8));
    Reading.write(folder, "d.txt", "halfway! and more".getBytes(UTF_8));
    Reading.write(folder, "e.txt", "WIREDESK 1\n\nheadline: A\n\nNo end.\n".getBytes(UTF_8));
    Reading.write(folder, "f.txt", "WIREDESK 1\n\nodd line\n".getBytes(UTF_8));
    Reading.write(folder, "g.txt", "WIREDESK 1\n\nid: 7\n\nText.\n***\n".getBytes(UTF_8));
    Reading reading = read();
    assertThat(reading.articles())
        .extracting(Article::title, article -> article.locations().getFirst())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("First", "d.txt#1"),
            org.assertj.core.groups.Tuple.tuple("", "g.txt#1"));
    assertThat(reading.entries())
        .extracting(ExtensionReadingTest::line)
        .containsExactlyInAnyOrder(
            "a.txt: takes too long to parse, extension hanging.jar",
            "b.txt: stops the program that parses it, extension ending.jar",
            "c.txt: needs too much memory to parse, extension filling.jar: more than 64 MB",
            "d.txt: damaged, extension halfway.jar: record 2 has no end",
            "e.txt#1: story without an end, extension sample.jar",
            "f.txt: damaged, extension sample.jar: unknown line 'odd line'");
  }

  private static String line(LedgerEntry entry) {
    String file = entry.place().substring(entry.place().lastIndexOf('/') + 1);
    return file + ": " + entry.reason() + ", " + entry.detail();
  }

  @Test
  void aNamedFormatReadsEveryFile() {
    Reading.write(folder, "a.txt", "hello".getBytes(UTF_8));
    assertThat(Reading.of(corpus().readAs("wiredesk")).entries())
        .extracting(ExtensionReadingTest::line)
        .containsExactly("a.txt: damaged, extension sample.jar: does not begin with WIREDESK 1");
  }

  @Test
  void filesAreReadAgainAfterAJarWasAddedOrReplacedButNotAfterItWasRemoved(@TempDir Path own)
      throws IOException {
    Reading.write(folder, "a.txt", "again! and more".getBytes(UTF_8));
    Reading.write(folder, "b.bin", ("again? " + "\u0001\u0000".repeat(99)).getBytes(UTF_8));
    Reading.write(folder, "c.txt", "A title\n\nAnd a text of prose.".getBytes(UTF_8));
    Rereading reception = new Rereading();
    assertThat(reception.read(own)).containsExactly("a.txt", "b.bin", "c.txt");
    assertThat(reception.read(own)).isEmpty();
    BuiltJar.reader("again", "again?", titled("One"), own.resolve("again.jar"));
    assertThat(reception.read(own)).as("added").containsExactly("b.bin");
    assertThat(reception.read(own)).isEmpty();
    BuiltJar.reader("again", "again?", titled("Two"), own.resolve("again.jar"));
    assertThat(reception.read(own)).as("replaced").containsExactly("b.bin");
    Files.delete(own.resolve("again.jar"));
    assertThat(reception.read(own)).as("removed").isEmpty();
  }

  private static String titled(String title) {
    return "to.article(1, ExtensionArticle.builder().title(\"%s\").build());".formatted(title);
  }

  /** Reads the files that an update reads, and keeps their records. */
  private final class Rereading implements Reception {
    private final Map<String, FileRecord> known = new HashMap<>();
    private final Set<String> read = new TreeSet<>();

    /** The files that were read with the jars of a folder. */
    Set<String> read(Path own) {
      read.clear();
      Corpus.Part part =
          new Corpus.Part(folder, folder, List.of(), SourceReach.within(List.of(folder), false));
      Corpus.of(List.of(part), Reading.TODAY, Recognizer.OFF, Extensions.in(own, LIMITS))
          .read(this, new Ledger(), 1);
      return read;
    }

    @Override
    public boolean begin(FoundFile file) {
      FileRecord before = known.get(file.record().location());
      return before == null || !file.isReadAlike().test(before);
    }

    @Override
    public void article(String path, Article article) {}

    @Override
    public void entry(String path, LedgerEntry entry) {}

    @Override
    public void end(FileRecord file) {
      read.add(file.location());
      known.put(file.location(), file);
    }

    @Override
    public void endUnread(FileRecord file) {
      throw new AssertionError(file);
    }
  }
}
