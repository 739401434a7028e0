package broadsheet.corpus.archive;

import static broadsheet.corpus.Packed.story;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Corpus;
import broadsheet.corpus.Packed;
import broadsheet.corpus.Reading;
import broadsheet.corpus.TestCorpus;
import broadsheet.corpus.pack.Compression;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files inside files: compressions, zip and tar. */
class ContainerTest {
  private static final String CUT_OFF = "ends too early: cut off or damaged";

  @TempDir Path folder;

  private Reading read(String name, byte[] content) {
    return Reading.of(Reading.write(folder, name, content));
  }

  private static List<String> titles(Reading reading) {
    return reading.articles().stream().map(Article::title).toList();
  }

  private static List<String> locations(Reading reading) {
    return reading.articles().stream().map(a -> a.locations().getFirst()).toList();
  }

  private LedgerEntry only(Reading reading, Outcome outcome) {
    assertThat(reading.ledger().entries(outcome)).hasSize(1);
    return reading.ledger().entries(outcome).getFirst();
  }

  private String place(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void everyCompressionIsKnownByItsContent() {
    Map<String, byte[]> packed =
        Map.of(
            "gzip", Reading.gzip(story("New bridge opens")),
            "bzip2", Packed.bzip2(story("New bridge opens")),
            "xz", Packed.xz(story("New bridge opens")),
            "zstd", Packed.zstd(story("New bridge opens")),
            "compress", Packed.compressed(story("New bridge opens")));
    packed.forEach(
        (name, bytes) ->
            assertThat(read(name, bytes).only().title()).as(name).isEqualTo("New bridge opens"));
  }

  @Test
  void allPartsOfACompressedFileAreRead() {
    byte[] one = "{\"title\": \"One\"}\n".getBytes(UTF_8);
    byte[] two = "{\"title\": \"Two\"}\n".getBytes(UTF_8);
    Map<String, byte[]> packed =
        Map.of(
            "a.gz", Packed.joined(Reading.gzip(one), Reading.gzip(two)),
            "a.bz2", Packed.joined(Packed.bzip2(one), Packed.bzip2(two)),
            "a.xz", Packed.joined(Packed.xz(one), Packed.xz(two)),
            "a.zst", Packed.joined(Packed.zstd(one), Packed.zstd(two)));
    packed.forEach(
        (name, bytes) ->
            assertThat(titles(read(name, bytes))).as(name).containsExactly("One", "Two"));
  }

  @Test
  void thousandsOfGzipMembersComeWhole() {
    byte[] line = Reading.gzip("{\"title\": \"A story of the day\"}\n".getBytes(UTF_8));
    byte[][] members = new byte[5_000][];
    Arrays.fill(members, line);
    assertThat(read("a.jsonl.gz", Packed.joined(members)).articles()).hasSize(5_000);
  }

  /** Wget's records of 2012 and 2013 have the fields {@code sl}, without their length. */
  @Test
  void extraFieldsOfGzipMembersAreLeftOutWhateverTheyContain() {
    byte[] one = withExtraField(Reading.gzip(story("New bridge opens")), "sl\1\2\3\4\5\6\7\10");
    byte[] two = withExtraField(Reading.gzip(story("\n\nOld bridge falls")), "");
    byte[] line = Reading.gzip("{\"title\": \"A story of the day\"}\n".getBytes(UTF_8));
    assertThat(titles(read("a.txt.gz", one))).containsExactly("New bridge opens");
    assertThat(read("b.txt.gz", two).entries()).isEmpty();
    byte[] lines = Packed.joined(withExtraField(line, "x"), withExtraField(line, "sl"), line);
    assertThat(read("c.jsonl.gz", lines).articles()).hasSize(3);
    assertThat(read("d.gz", Arrays.copyOf(one, 11)).entries())
        .extracting(LedgerEntry::outcome)
        .containsExactly(Outcome.FAILED);
  }

  /** The member with a field in its header, by RFC 1952. */
  private static byte[] withExtraField(byte[] gzip, String field) {
    byte[] head = Arrays.copyOf(gzip, 10);
    head[3] |= 4;
    byte[] length = {(byte) field.length(), 0};
    byte[] rest = Arrays.copyOfRange(gzip, 10, gzip.length);
    return Packed.joined(head, length, field.getBytes(UTF_8), rest);
  }

  @Test
  void zerosAfterGzipArePaddingAndAnythingElseIsNamed() {
    byte[] gzip = Reading.gzip(story("New bridge opens"));
    assertThat(read("a.gz", Packed.joined(gzip, new byte[200_000])).entries()).isEmpty();
    Reading reading = read("b.gz", Packed.joined(gzip, "and more".getBytes(UTF_8)));
    assertThat(titles(reading)).containsExactly("New bridge opens");
    assertThat(only(reading, Outcome.FAILED).reason()).isEqualTo("damaged compressed data");
  }

  @Test
  void compressedFileKeepsItsNameForFormatAndId() {
    Article article = read("story.txt.bz2", Packed.bzip2(story("New bridge opens"))).only();
    assertThat(article.id()).isEqualTo("story");
    assertThat(article.locations()).containsExactly("story.txt.bz2");
  }

  @Test
  void eachArticleOfAContainerHasAPlaceOfItsOwn() {
    byte[] zip =
        Packed.zip(
            z -> {
              Packed.deflated(z, "a.jsonl", "{\"title\": \"One\"}\n".getBytes(UTF_8));
              Packed.deflated(z, "a.jsonl#1", story("Two"));
              Packed.deflated(z, "b.zip", Packed.zip("c.txt", story("Three")));
              Packed.deflated(z, "b.zip/c.txt", story("Four"));
            });
    Reading reading = read("a.zip", zip);
    assertThat(titles(reading)).containsExactly("One", "Two", "Three", "Four");
    assertThat(locations(reading))
        .containsExactly(
            "a.zip/a.jsonl#1", "a.zip/a.jsonl#1 (2)", "a.zip/b.zip/c.txt", "a.zip/b.zip/c.txt (2)");
  }

  @Test
  void entriesOfAZipAreFilesOfTheirOwn() {
    byte[] zip =
        Packed.zip(
            z -> {
              Packed.deflated(z, "business/a.txt", story("One"));
              Packed.stored(z, "b.jsonl", "{\"title\": \"Two\"}\nbroken\n".getBytes(UTF_8));
            });
    Reading reading = read("x/news.zip", zip);
    assertThat(titles(reading)).containsExactly("One", "Two");
    assertThat(reading.articles().getFirst().section()).isEqualTo("business");
    assertThat(locations(reading)).containsExactly("news.zip/business/a.txt", "news.zip/b.jsonl#1");
    assertThat(only(reading, Outcome.FAILED).place()).isEqualTo(place("x/news.zip!/b.jsonl#2"));
  }

  @Test
  void containersAreNoSections() {
    Reading.write(folder, "sport/may.zip", Packed.zip("a.txt", story("One")));
    Reading.write(folder, "top.zip", Packed.zip("b.txt", story("Two")));
    assertThat(Reading.of(folder).articles())
        .extracting(Article::section)
        .containsExactly("sport", "");
  }

  @Test
  void tarsOfAllKindsGiveLongNamesAndNoLinks() {
    for (int kind :
        new int[] {TarArchiveOutputStream.LONGFILE_GNU, TarArchiveOutputStream.LONGFILE_POSIX}) {
      String longName = "x".repeat(150) + "/" + "y".repeat(90) + ".txt";
      byte[] tar =
          Packed.tar(
              kind,
              t -> {
                Packed.file(t, "é/ü.txt", story("One"));
                Packed.link(t, "link.txt", TarConstants.LF_SYMLINK, "/etc/passwd");
                Packed.link(t, "hard.txt", TarConstants.LF_LINK, "é/ü.txt");
                Packed.link(t, "pipe", TarConstants.LF_FIFO, "");
                Packed.file(t, longName, story("Two"));
              });
      Reading reading = read("a.tar", tar);
      assertThat(locations(reading)).containsExactly("a.tar/é/ü.txt", "a.tar/" + longName);
      assertThat(reading.ledger().reasons(Outcome.SKIPPED)).containsEntry("not a regular file", 3L);
      assertThat(reading.ledger().totals().failed()).isZero();
    }
  }

  @Test
  void containersNestAndThePlaceSaysHow() {
    byte[] inner = Packed.zip("c/a.txt.gz", Reading.gzip(story("One")));
    byte[] tar = Packed.tar(t -> Packed.file(t, "b/inner.zip", inner));
    Reading reading = read("a.tgz", Reading.gzip(tar));
    assertThat(reading.only().locations()).containsExactly("a.tgz/b/inner.zip/c/a.txt.gz");
    assertThat(reading.only().section()).isEqualTo("c");

    byte[] picture = Packed.zip("b.png", new byte[100]);
    Reading skipped = read("a.zip", Packed.zip("inner.zip", picture));
    assertThat(only(skipped, Outcome.SKIPPED).place()).isEqualTo(place("a.zip!/inner.zip!/b.png"));
  }

  @Test
  void twoEntriesOfOneNameAreBothReadAndToldApart() {
    byte[] tar =
        Packed.tar(
            t -> {
              Packed.file(t, "a/b.txt", story("One"));
              Packed.file(t, "./a//b.txt", story("Two"));
            });
    Reading reading = read("a.tar", tar);
    assertThat(titles(reading)).containsExactly("One", "Two");
    assertThat(locations(reading)).containsExactly("a.tar/a/b.txt", "a.tar/a/b (2).txt");
    assertThat(reading.articles()).extracting(Article::id).doesNotHaveDuplicates();
  }

  @Test
  void hiddenEntriesAreSkippedInOneLine() {
    byte[] zip =
        Packed.zip(
            z -> {
              Packed.deflated(z, ".DS_Store", story("No"));
              Packed.deflated(z, "__MACOSX/a/._b.txt", story("No"));
              Packed.deflated(z, "a/.git/b.txt", story("No"));
              Packed.deflated(z, "a/b.txt", story("One"));
            });
    Reading reading = read("a.zip", zip);
    assertThat(titles(reading)).containsExactly("One");
    assertThat(only(reading, Outcome.SKIPPED).reason()).isEqualTo("hidden");
    assertThat(reading.ledger().totals().skipped()).isEqualTo(3);
  }

  @Test
  void documentsThatAreZipsAreNoContainers() {
    byte[] word = Packed.zip("[Content_Types].xml", story("No"));
    byte[] book =
        Packed.zip(z -> Packed.stored(z, "mimetype", "application/epub+zip".getBytes(UTF_8)));
    byte[] program = Packed.zip("META-INF/MANIFEST.MF", story("No"));
    assertThat(only(read("a", word), Outcome.SKIPPED).reason()).isEqualTo("an Office document");
    assertThat(only(read("b", book), Outcome.SKIPPED).reason())
        .isEqualTo("a book without a list of its chapters");
    assertThat(only(read("c", program), Outcome.SKIPPED).reason())
        .isEqualTo("a program, packed as zip");
    assertThat(only(read("d.odt", Packed.zip("a.txt", story("No"))), Outcome.SKIPPED).reason())
        .isEqualTo("an OpenDocument file without a text");
  }

  @Test
  void truncatedZipGivesWhatCameBefore() {
    byte[] zip =
        Packed.zip(
            z -> {
              Packed.stored(z, "a.txt", story("One"));
              Packed.stored(z, "b.jsonl", "{\"title\": \"Two\"}\n".repeat(50).getBytes(UTF_8));
            });
    int inSecond = new String(zip, ISO_8859_1).indexOf("b.jsonl") + 300;
    Reading reading = read("a.zip", Arrays.copyOf(zip, inSecond));
    assertThat(reading.articles()).hasSizeBetween(10, 30);
    LedgerEntry failed = only(reading, Outcome.FAILED);
    assertThat(failed.reason()).isEqualTo(CUT_OFF);
    assertThat(failed.place()).isEqualTo(place("a.zip!/b.jsonl"));
  }

  @Test
  void zipCutOffBetweenTwoEntriesIsNamed() {
    byte[] one = Packed.zip(z -> Packed.stored(z, "a.txt", story("One")));
    int directory = new String(one, ISO_8859_1).indexOf("PK\u0001\u0002");
    Reading reading = read("a.zip", Arrays.copyOf(one, directory));
    assertThat(titles(reading)).containsExactly("One");
    assertThat(only(reading, Outcome.FAILED).reason()).isEqualTo(CUT_OFF);
  }

  @Test
  void damagedEntryIsNamedAndTheNextIsRead() {
    byte[] zip =
        Packed.zip(
            z -> {
              Packed.stored(z, "a.txt", story("One"));
              Packed.stored(z, "b.txt", story("Two"));
            });
    zip[new String(zip, ISO_8859_1).indexOf("Monday")] ^= 1;
    Reading reading = read("a.zip", zip);
    assertThat(titles(reading)).containsExactly("One", "Two");
    assertThat(only(reading, Outcome.FAILED).place()).isEqualTo(place("a.zip!/a.txt"));
    assertThat(only(reading, Outcome.FAILED).detail()).isEqualTo("its checksum is wrong");
  }

  @Test
  void damagedHeaderInATarCostsItsEntryOnly() {
    byte[] tar =
        Packed.tar(
            t -> {
              Packed.file(t, "a.txt", story("One"));
              Packed.file(t, "b.txt", story("Two"));
              Packed.file(t, "c.txt", story("Three"));
            });
    tar[new String(tar, ISO_8859_1).indexOf("b.txt")] ^= 1;
    Reading reading = read("a.tar", tar);
    assertThat(titles(reading)).containsExactly("One", "Three");
    assertThat(only(reading, Outcome.FAILED).place()).isEqualTo(place("a.tar#2"));
  }

  @Test
  void truncatedTarGivesWhatCameBefore() {
    byte[] tar =
        Packed.tar(
            t -> {
              Packed.file(t, "a.txt", story("One"));
              Packed.file(t, "b.jsonl", "{\"title\": \"Two\"}\n".repeat(50).getBytes(UTF_8));
            });
    Reading reading = read("a.tar", Arrays.copyOf(tar, 4 * 512 + 100));
    assertThat(reading.articles()).hasSize(1 + 36);
    assertThat(only(reading, Outcome.FAILED).place()).isEqualTo(place("a.tar!/b.jsonl"));
    Reading cutAtBorder = read("b.tar", Arrays.copyOf(tar, 2 * 512));
    assertThat(titles(cutAtBorder)).containsExactly("One");
    assertThat(only(cutAtBorder, Outcome.FAILED).reason()).isEqualTo(CUT_OFF);
  }

  @Test
  void encryptedEntryIsSkipped() {
    byte[] zip =
        Packed.zip(
            z -> {
              Packed.stored(z, "a.txt", story("One"));
              Packed.stored(z, "b.txt", story("Two"));
            });
    zip[6] |= 1;
    Reading reading = read("a.zip", zip);
    assertThat(titles(reading)).containsExactly("Two");
    assertThat(only(reading, Outcome.SKIPPED).reason()).isEqualTo("encrypted");
  }

  @Test
  void emptyContainersAreSkipped() {
    assertThat(only(read("a.zip", Packed.zip(z -> {})), Outcome.SKIPPED).reason())
        .isEqualTo("nothing in it");
    byte[] folders = Packed.zip(z -> z.putNextEntry(new ZipEntry("folder/")));
    assertThat(only(read("b.zip", folders), Outcome.SKIPPED).reason()).isEqualTo("nothing in it");
  }

  @Test
  void forcedFormatGoesForWhatIsInAContainer() {
    Path file = Reading.write(folder, "a.zip", Packed.zip("README.md", story("One")));
    Corpus corpus = TestCorpus.of(List.of(file), Reading.TODAY).readAs("text");
    assertThat(Reading.of(corpus).only().title()).isEqualTo("One");
  }

  @Test
  void noNativeCodeUnpacksAnything() {
    assertThat(Compression.class.getClassLoader().getResource("com/github/luben/zstd/Zstd.class"))
        .isNull();
    assertThat(titles(read("a.zst", Packed.zstd(story("One"))))).containsExactly("One");
  }
}
