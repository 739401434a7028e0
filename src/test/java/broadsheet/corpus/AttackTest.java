package broadsheet.corpus;

import static broadsheet.corpus.Packed.story;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.corpus.pack.DecompressionBudget;
import broadsheet.corpus.pack.LimitExceeded;
import broadsheet.corpus.record.Ledger;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.record.SourceFile;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Malicious files. Each ends as a line in the ledger, within bounded memory and time, and the next
 * file is read.
 */
@Timeout(120)
class AttackTest {
  private static final String LAST = "zzz.txt";

  @TempDir Path folder;

  @BeforeEach
  void lastFile() {
    Reading.write(folder, LAST, story("The last story"));
  }

  /** No test writes outside its folder. */
  @AfterEach
  void nothingWasUnpackedToDisk() throws IOException {
    try (var files = Files.list(folder.toAbsolutePath().getParent())) {
      assertThat(files.filter(f -> f.getFileName().toString().startsWith("evil"))).isEmpty();
    }
  }

  private Path write(String name, byte[] content) {
    return Reading.write(folder, name, content);
  }

  /** Reads everything; the last file must have been read. */
  private Reading read() {
    Reading reading = Reading.of(folder);
    assertThat(reading.articles()).flatExtracting(Article::locations).contains(LAST);
    assertThat(reading.ledger().totals().indexed()).isEqualTo(reading.articles().size());
    return reading;
  }

  private void failsWith(Reading reading, String reason) {
    assertThat(reading.ledger().entries(Outcome.FAILED))
        .extracting(LedgerEntry::reason)
        .containsExactly(reason);
    assertThat(reading.articles()).hasSize(1);
  }

  @Test
  void gzipBombIsGivenUp() {
    write("a.jsonl.gz", Packed.gzip('x', 128));
    failsWith(read(), DecompressionBudget.TOO_LARGE);
  }

  @Test
  void gzipBombInAGzipIsGivenUp() {
    write("a.jsonl.gz", Reading.gzip(Packed.gzip('x', 128)));
    failsWith(read(), DecompressionBudget.TOO_LARGE);
  }

  @Thorough
  @Test
  void flatZipBombIsGivenUp() {
    write(
        "a.zip",
        Packed.zip(
            zip -> {
              zip.putNextEntry(new ZipEntry("a.jsonl"));
              byte[] part = new byte[1 << 20];
              Arrays.fill(part, (byte) 'x');
              for (int i = 0; i < 280; i++) {
                zip.write(part);
              }
            }));
    Reading reading = read();
    failsWith(reading, DecompressionBudget.TOO_LARGE);
    assertThat(reading.ledger().entries(Outcome.FAILED).getFirst().place())
        .isEqualTo(folder.resolve("a.zip") + "!/a.jsonl");
  }

  /** Skipped data must still be decompressed to find the next entry, which is bounded as well. */
  @Thorough
  @Test
  void bombThatNobodyReadsIsGivenUp() {
    byte[] bomb = new byte[1 << 20];
    write(
        "a.zip",
        Packed.zip(
            zip -> {
              zip.putNextEntry(new ZipEntry("picture.png"));
              for (int i = 0; i < 280; i++) {
                zip.write(bomb);
              }
            }));
    assertThat(read().ledger().reasons(Outcome.FAILED))
        .containsOnlyKeys(DecompressionBudget.TOO_LARGE);
  }

  /** Sixteen in one, five times over, like the well-known 42.zip. */
  @Test
  void nestedZipBombIsGivenUp() {
    byte[] bomb = Packed.zip(zip -> Packed.deflated(zip, "0.jsonl", new byte[64 << 20]));
    for (int level = 0; level < 5; level++) {
      byte[] inner = bomb;
      bomb =
          Packed.zip(
              zip -> {
                for (int i = 0; i < 16; i++) {
                  Packed.deflated(zip, i + ".zip", inner);
                }
              });
    }
    write("a.zip", bomb);
    assertThat(read().ledger().reasons(Outcome.FAILED))
        .containsOnlyKeys(DecompressionBudget.TOO_LARGE);
  }

  @Thorough
  @Test
  void repetitiveNewsIsNoBomb() {
    String line = "{\"title\": \"A story of the day\", \"text\": \"It goes on as it did.\"}\n";
    write("a.jsonl.gz", Reading.gzip(line.repeat(20_000).getBytes(UTF_8)));
    assertThat(read().articles()).hasSize(20_001);
  }

  @Test
  void muchMayComeOfAFileThatIsLarge() throws IOException {
    SourceFile file = new SourceFile(folder, "a.zip", 1);
    DecompressionBudget inflation = new DecompressionBudget(() -> 0);
    long disk = inflation.packed(new ByteArrayInputStream(new byte[4 << 20])).readAllBytes().length;
    inflation.unpacked(file, DecompressionBudget.RATIO * disk);
    assertThat(catchThrowable(() -> inflation.unpacked(file, DecompressionBudget.RATIO)))
        .isInstanceOf(LimitExceeded.class);
    assertThat(catchThrowable(inflation::check)).isInstanceOf(LimitExceeded.class);
  }

  @Test
  void endlessNestingEnds() {
    byte[] zip = Packed.zip("a.txt", story("Too deep"));
    for (int i = 0; i < 100; i++) {
      zip = Packed.zip("a.zip", zip);
    }
    byte[] gzip = story("Too deep");
    for (int i = 0; i < 100; i++) {
      gzip = Reading.gzip(gzip);
    }
    write("a.zip", zip);
    write("b.gz", gzip);
    assertThat(read().ledger().reasons(Outcome.FAILED))
        .containsOnly(entry(DecompressionBudget.TOO_DEEP, 2L));
  }

  private static Map.Entry<String, Long> entry(String reason, long count) {
    return Map.entry(reason, count);
  }

  @Test
  void archiveThatMultipliesItselfEnds() {
    byte[] zip = Packed.zip("a.txt", story("Once"));
    for (int i = 0; i < DecompressionBudget.DEEPEST + 2; i++) {
      byte[] inner = zip;
      zip =
          Packed.zip(
              out -> {
                Packed.deflated(out, "a.zip", inner);
                Packed.deflated(out, "b.zip", inner);
              });
    }
    write("a.zip", zip);
    Reading reading = read();
    assertThat(reading.ledger().reasons(Outcome.FAILED))
        .containsOnly(entry(DecompressionBudget.TOO_DEEP, 1L << DecompressionBudget.DEEPEST));
  }

  @Test
  void namesInArchivesNeverLeaveThem() {
    byte[] tar =
        Packed.tar(
            t -> {
              Packed.file(t, "../evil1.txt", story("One"));
              Packed.file(t, "/tmp/../../evil2.txt", story("Two"));
              Packed.file(t, "..\\..\\evil3.txt", story("Three"));
              Packed.link(t, "up", TarConstants.LF_SYMLINK, "..");
              Packed.file(t, "up/evil4.txt", story("Four"));
              Packed.file(t, "..", story("Five"));
            });
    write("a.tar", tar);
    assertThat(read().articles())
        .flatExtracting(Article::locations)
        .containsExactly(
            "a.tar/evil1.txt",
            "a.tar/tmp/evil2.txt",
            "a.tar/evil3.txt",
            "a.tar/up/evil4.txt",
            "a.tar/entry-6",
            LAST);
  }

  @Test
  void namesWithControlCharactersArePrintable() {
    byte[] zip = Packed.zip("a\nb.txt", story("One"));
    int name = new String(zip, ISO_8859_1).indexOf("a\nb.txt");
    zip[name + 2] = 0;
    write("a.zip", zip);
    assertThat(read().articles().getFirst().locations()).containsExactly("a.zip/a .txt");
  }

  @Thorough
  @Test
  void tarHeaderOfAnyLengthTakesNoMemory() {
    byte[] name = new byte[64 << 20];
    Arrays.fill(name, (byte) 'x');
    byte[] tar =
        Packed.tar(
            t -> {
              Packed.extension(t, TarConstants.LF_GNUTYPE_LONGNAME, name);
              Packed.file(t, "a.txt", story("One"));
              Packed.extension(t, TarConstants.LF_PAX_EXTENDED_HEADER_LC, name);
              Packed.file(t, "b.txt", story("Two"));
            });
    write("a.tar", tar);
    assertThat(read().articles())
        .flatExtracting(Article::locations)
        .containsExactly("a.tar/entry-1", "a.tar/b.txt", LAST);
  }

  @Test
  void tarWithANegativeOrEndlessSizeEnds() {
    byte[] tar = Packed.tar(t -> Packed.file(t, "a.txt", story("One")));
    byte[] endless =
        withSize(tar, new byte[] {(byte) 0x80, 0, 0, 0, 0x7f, -1, -1, -1, -1, -1, -1, -1});
    byte[] negative = withSize(tar, new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -5});
    write("a.tar", endless);
    write("b.tar", negative);
    Reading reading = read();
    assertThat(reading.ledger().totals().failed()).isPositive();
  }

  /** With a corrected checksum. */
  private static byte[] withSize(byte[] tar, byte[] size) {
    byte[] changed = tar.clone();
    System.arraycopy(size, 0, changed, 124, size.length);
    Arrays.fill(changed, 148, 156, (byte) ' ');
    long sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += changed[i] & 0xff;
    }
    String octal = Long.toOctalString(sum);
    byte[] digits = ("0".repeat(6 - octal.length()) + octal + "\u0000 ").getBytes(ISO_8859_1);
    System.arraycopy(digits, 0, changed, 148, 8);
    return changed;
  }

  @Thorough
  @Test
  void tensOfThousandsOfEmptyFilesAreCounted() {
    write(
        "a.zip",
        Packed.zip(
            zip -> {
              for (int i = 0; i < 30_000; i++) {
                Packed.stored(zip, "empty/" + i + ".txt", new byte[0]);
              }
            }));
    Reading reading = read();
    assertThat(reading.ledger().reasons(Outcome.SKIPPED)).containsEntry("empty file", 30_000L);
    assertThat(reading.ledger().entries(Outcome.SKIPPED)).hasSize(Ledger.KEPT_ENTRIES);
  }

  @Test
  void moreEntriesThanTheSizeAllowsAreRefused() throws IOException {
    DecompressionBudget inflation = new DecompressionBudget(() -> 0);
    SourceFile file = new SourceFile(folder, "a.zip", 1);
    long disk = inflation.packed(new ByteArrayInputStream(new byte[800_000])).readAllBytes().length;
    long allowed = disk / DecompressionBudget.LEAST_OF_ENTRY;
    for (long i = 0; i < allowed; i++) {
      inflation.entry(file);
    }
    assertThat(catchThrowable(() -> inflation.entry(file)))
        .isInstanceOf(LimitExceeded.class)
        .hasMessageContaining(DecompressionBudget.TOO_MANY);
  }

  /** Millions of three-letter rows cost far more than the bytes they unpack to. */
  @Thorough
  @Test
  void moreRecordsThanTheSizeAllowsAreRefused() {
    byte[] rows = ("title,body\n" + "a,b\n".repeat(1_000_000)).getBytes(UTF_8);
    write("a.csv.gz", Reading.gzip(rows));
    Reading reading = read();
    assertThat(reading.ledger().reasons(Outcome.FAILED))
        .containsOnly(entry(DecompressionBudget.TOO_MANY_RECORDS, 1L));
    assertThat(reading.articles()).hasSizeLessThan(60_000);
  }

  @Test
  void lineOfAGigabyteIsRefusedOrPassedOver() {
    byte[] gigabyte = Packed.gzip('x', 64);
    byte[] start = Reading.gzip("{\"title\": \"".getBytes(UTF_8));
    write("a.txt.gz", gigabyte);
    write("b.gz", Packed.joined(start, gigabyte));
    Reading reading = read();
    assertThat(reading.articles()).hasSize(1);
    assertThat(reading.ledger().reasons(Outcome.FAILED))
        .containsOnly(entry(Records.TOO_LONG, 1L), entry(DecompressionBudget.TOO_LARGE, 1L));
  }

  @Thorough
  @Test
  void truncatedGzipKeepsWhatCameBefore() {
    byte[] lines = "{\"title\": \"A story of the day\"}\n".repeat(50_000).getBytes(UTF_8);
    byte[] gzip = Reading.gzip(lines);
    write("a.jsonl.gz", Arrays.copyOf(gzip, gzip.length / 2));
    write("b.txt.gz", Arrays.copyOf(Reading.gzip(story("Two")), 60));
    write("c.txt.gz", Arrays.copyOf(Reading.gzip(story("Three")), 5));
    Reading reading = read();
    assertThat(reading.articles()).hasSizeGreaterThan(10_000);
    assertThat(reading.ledger().reasons(Outcome.FAILED))
        .containsOnly(entry("ends too early: cut off or damaged", 3L));
  }

  @Test
  void everyWayToCutOrDamageAnArchiveEndsInTheLedger() {
    List<byte[]> archives =
        List.of(
            Packed.zip(z -> Packed.stored(z, "a.txt", story("One"))),
            Packed.zip("a.txt", story("One")),
            Packed.tar(t -> Packed.file(t, "a.txt", story("One"))),
            Reading.gzip(Packed.tar(t -> Packed.file(t, "a.txt", story("One")))),
            Packed.bzip2(story("One")),
            Packed.xz(story("One")),
            Packed.zstd(story("One")));
    for (byte[] archive : archives) {
      for (int i = 1; i < archive.length; i += 1 + archive.length / 60) {
        endsInTheLedger(Arrays.copyOf(archive, i));
        byte[] damaged = archive.clone();
        damaged[i] ^= 0x5a;
        endsInTheLedger(damaged);
      }
    }
  }

  private void endsInTheLedger(byte[] content) {
    Path file = write("a", content);
    Reading reading = Reading.of(file);
    assertThat(reading.ledger().totals().read()).isPositive();
    assertThat(reading.ledger().reasons(Outcome.FAILED)).doesNotContainKey("could not be read");
  }

  @Test
  void linksToThemselvesAndToParentsEnd() throws IOException {
    write("a/b.txt", story("One"));
    Files.createSymbolicLink(folder.resolve("a/parent"), folder);
    Files.createSymbolicLink(folder.resolve("self"), folder.resolve("self"));
    Files.createSymbolicLink(folder.resolve("x"), folder.resolve("y"));
    Files.createSymbolicLink(folder.resolve("y"), folder.resolve("x"));
    Files.createSymbolicLink(folder.resolve("gone"), folder.resolve("none"));
    Reading reading = read();
    assertThat(reading.articles()).hasSize(2);
    assertThat(reading.ledger().reasons(Outcome.SKIPPED))
        .containsOnly(entry("a link to a folder already read", 1L));
    assertThat(reading.ledger().totals().failed()).isEqualTo(4);
  }

  @Test
  void pipeDoesNotBlock() throws Exception {
    Process mkfifo = new ProcessBuilder("mkfifo", folder.resolve("pipe.zip").toString()).start();
    assumeTrue(mkfifo.waitFor(10, TimeUnit.SECONDS) && mkfifo.exitValue() == 0, "no mkfifo here");
    assertThat(read().ledger().reasons(Outcome.SKIPPED))
        .containsOnly(entry("not a regular file", 1L));
  }

  @Test
  void unreadableFileIsNamed() throws IOException {
    Path secret = write("a.zip", Packed.zip("a.txt", story("One")));
    assumeTrue(secret.toFile().setReadable(false) && !Files.isReadable(secret), "root reads all");
    failsWith(read(), "no permission to read it");
  }

  @Test
  void fileThatIsCutWhileItIsReadEndsThere() {
    String line = "{\"title\": \"A story\", \"text\": \"%s\"}\n".formatted("x".repeat(1_000));
    Path file = write("a.jsonl", line.repeat(5_000).getBytes(UTF_8));
    List<Article> articles = new ArrayList<>();
    Ledger ledger = new Ledger();
    TestCorpus.read(
        TestCorpus.of(List.of(folder), Reading.TODAY),
        article -> {
          articles.add(article);
          cut(file);
        },
        ledger);
    assertThat(articles).hasSizeBetween(50, 4_999);
    assertThat(articles.getLast().locations()).containsExactly(LAST);
    assertThat(ledger.totals().files()).isEqualTo(2);
  }

  private static void cut(Path file) {
    try {
      Files.write(file, new byte[0]);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void fileThatDisappearsWhileItIsReadIsReadToItsEnd() {
    byte[] lines = "{\"title\": \"A story\"}\n".repeat(5_000).getBytes(UTF_8);
    Path file = write("a.jsonl", lines);
    Ledger ledger = new Ledger();
    TestCorpus.read(TestCorpus.of(List.of(folder), Reading.TODAY), article -> delete(file), ledger);
    assertThat(ledger.totals().indexed()).isEqualTo(5_001);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nulsAndHalfCharactersNeverReachAnArticle() {
    write(
        "a.jsonl",
        "{\"title\": \"a\\u0000b\\ud800c\\udc00d\", \"text\": \"x\\udfff\"}\n".getBytes(UTF_8));
    write("b.bin", new byte[1 << 20]);
    Reading reading = read();
    assertThat(reading.articles().getFirst().title()).isEqualTo("abcd");
    assertThat(reading.ledger().reasons(Outcome.SKIPPED)).containsOnly(entry("binary data", 1L));
  }

  /** An exception from a sink deep inside an archive is not mistaken for damage. */
  @Test
  void sinkThatFailsInAnArchiveEndsTheReading() {
    write("a.zip", Packed.zip("a.txt", story("One")));
    IllegalStateException full = new IllegalStateException("the index is full");
    Ledger ledger = new Ledger();
    Throwable thrown =
        catchThrowable(
            () ->
                TestCorpus.read(
                    TestCorpus.of(List.of(folder), Reading.TODAY),
                    article -> {
                      throw full;
                    },
                    ledger));
    assertThat(thrown).isSameAs(full);
    assertThat(ledger.totals().failed()).isZero();
  }
}
