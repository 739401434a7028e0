package broadsheet.corpus;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.format.Formats;
import broadsheet.corpus.text.CleanText;
import broadsheet.ledger.LedgerTotals;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of every format for malformed content. */
class FormatContractTest {
  private static final String LONG_LINE = "a line longer than is read";

  /** Contents that take some formats a second or more. */
  private static final Set<String> LONG =
      Set.of(LONG_LINE, "elements nested deeply", "nested elements");

  private static final Map<String, byte[]> CONTENTS = contents();

  /** Formats whose samples state no title; the headline of their articles is what is said first. */
  private static final Set<String> UNTITLED =
      Set.of("srt", "webvtt", "ttml", "sami", "whisper", "youtube");

  @TempDir private static Path shared;
  @TempDir Path folder;

  /** The result of reading each content as each format; cached, because some take seconds. */
  private static final Map<String, Read> READ = new HashMap<>();

  /** The title of the only article in a file. */
  private static String title(String format, Path file) {
    Article article = Reading.of(file).only();
    return UNTITLED.contains(format) ? article.headline() : article.title();
  }

  private record Read(Corpus corpus, Reading reading) {
    static Read of(String format, String content) {
      return READ.computeIfAbsent(
          format + " " + content,
          name -> {
            Path file = Reading.write(shared, name, content(content));
            Corpus corpus = TestCorpus.of(List.of(file), Reading.TODAY).readAs(format);
            return new Read(corpus, Reading.of(corpus));
          });
    }
  }

  static Stream<Arguments> formatsAndContents() {
    return formats()
        .flatMap(
            format ->
                CONTENTS.keySet().stream()
                    .filter(content -> !LONG.contains(content))
                    .map(content -> Arguments.of(format, content)));
  }

  static Stream<Arguments> formatsAndLongContents() {
    return formats().flatMap(format -> LONG.stream().map(content -> Arguments.of(format, content)));
  }

  private static Stream<String> formats() {
    return Formats.all(new DateReader(Reading.TODAY)).names().stream();
  }

  @ParameterizedTest
  @MethodSource("formatsAndContents")
  void badContentEndsInTheLedgerAndTotalsAddUp(String format, String content) {
    Read read = Read.of(format, content);
    LedgerTotals totals = read.reading().ledger().totals();
    assertThat(totals.indexed()).isEqualTo(read.reading().articles().size());
    assertThat(totals.read()).isPositive();
    assertThat(totals.bytes()).isEqualTo(read.corpus().size().bytes());
    assertThat(totals.files()).isEqualTo(1);
  }

  @Thorough
  @ParameterizedTest
  @MethodSource("formatsAndLongContents")
  void longContentEndsInTheLedgerAndItsTextIsClean(String format, String content) {
    badContentEndsInTheLedgerAndTotalsAddUp(format, content);
    textOfArticlesIsCleanWhateverTheContent(format, content);
  }

  @ParameterizedTest
  @MethodSource("formatsAndContents")
  void textOfArticlesIsCleanWhateverTheContent(String format, String content) {
    assertThat(Read.of(format, content).reading().articles())
        .allSatisfy(
            article -> {
              assertThat(article.title()).isEqualTo(CleanText.line(article.title()));
              assertThat(article.paragraphs()).isEqualTo(CleanText.lines(article.paragraphs()));
            });
  }

  @Test
  void eachFormatIsKnownByItsContentWhateverItsName() {
    FormatSamples.all()
        .forEach(
            (format, sample) -> {
              Path file = Reading.write(folder, "sample-" + format, sample);
              assertThat(Reading.of(file).articles()).as(format).hasSize(1);
              assertThat(title(format, file)).as(format).isEqualTo("New bridge opens");
            });
    assertThat(FormatSamples.all().keySet())
        .containsExactlyInAnyOrderElementsOf(Formats.all(new DateReader(Reading.TODAY)).names());
    assertThat(FormatSamples.texts().keySet()).hasSizeGreaterThan(20);
  }

  @Test
  void eachFormatIsReadGzipped() {
    FormatSamples.all()
        .forEach(
            (format, sample) -> {
              Path gzipped = Reading.write(folder, format + ".gz", Reading.gzip(sample));
              assertThat(title(format, gzipped)).isEqualTo("New bridge opens");
            });
  }

  @Test
  void eachFormatOfTextIsReadAsUtf16() {
    FormatSamples.texts()
        .forEach(
            (format, sample) -> {
              Path wide = Reading.write(folder, format + "-16", sample.getBytes(UTF_16));
              assertThat(title(format, wide)).isEqualTo("New bridge opens");
            });
  }

  @Test
  void eachFormatIsReadInArchives() {
    FormatSamples.all()
        .forEach(
            (format, sample) -> {
              byte[] zip = Packed.zip("inner/sample", sample);
              Path nested =
                  Reading.write(
                      folder, format + ".tar", Packed.tar(t -> Packed.file(t, "a.zip", zip)));
              assertThat(title(format, nested)).isEqualTo("New bridge opens");
              assertThat(Reading.of(nested).only().locations().getFirst())
                  .startsWith(format + ".tar/a.zip/inner/sample");
            });
  }

  private static byte[] content(String name) {
    return CONTENTS.getOrDefault(name, new byte[0]);
  }

  private static Map<String, byte[]> contents() {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    contents.put("nothing", new byte[0]);
    contents.put("blanks", "  \n\t\r\n \n".getBytes(UTF_8));
    contents.put("NULs", new byte[10_000]);
    contents.put("garbage", garbage());
    contents.put("a byte order mark alone", new byte[] {(byte) 0xff, (byte) 0xfe});
    contents.put(LONG_LINE, "x".repeat(17 * 1024 * 1024).getBytes(UTF_8));
    contents.put("half an object", "{\"title\": \"New bri".getBytes(UTF_8));
    contents.put("nested deeply", "[".repeat(100_000).getBytes(UTF_8));
    contents.put("nested differently", "{\"a\": [".repeat(50_000).getBytes(UTF_8));
    contents.put("a quote never closed", "title,text\nA,\"B\nC,D\n".getBytes(UTF_8));
    contents.put("no quotes in place", "title,text\n\"A\"b\",\"\"\"\n".getBytes(UTF_8));
    contents.put("half of front matter", "---\ntitle: [A\n".getBytes(UTF_8));
    contents.put("bad front matter", "---\n\t: *x\n---\n".getBytes(UTF_8));
    contents.put("half a story", "<REUTERS NEWID=\"1\">\n<DATE>26-FEB".getBytes(UTF_8));
    contents.put("a story in a story", "<REUTERS>\n<REUTERS>\n</REUTERS>".getBytes(UTF_8));
    contents.put("half an item", "<nitf><newsItem><item><title>New bri".getBytes(UTF_8));
    contents.put("half a document type", "<!DOCTYPE nitf [<!ENTITY a \"".getBytes(UTF_8));
    contents.put("elements nested deeply", "<a>".repeat(100_000).getBytes(UTF_8));
    contents.put("half a wire message", "\u0001eca062 4 i 211\r\n\u0002New".getBytes(UTF_8));
    contents.put("half a page", "<html><body><p>Half a ".getBytes(UTF_8));
    contents.put("half a feed", "<rss version=\"2.0\"><channel><item><tit".getBytes(UTF_8));
    contents.put("nested elements", "<div><b>".repeat(20_000).getBytes(UTF_8));
    contents.put(
        "half a scanned page", "<alto><Layout><Page><TextBlock><String CON".getBytes(UTF_8));
    contents.put("half an issue", "<mets><structMap TYPE=\"LOGICAL\"><div TYPE".getBytes(UTF_8));
    contents.put("half a caption", "WEBVTT\n\n00:01.000 --> 00:0".getBytes(UTF_8));
    contents.put("half a transcript", "{\"segments\":[{\"start\":1.0,\"te".getBytes(UTF_8));
    contents.put("lone surrogates", "{\"title\": \"\\ud800 a \\udc00\"}".getBytes(UTF_8));
    contents.put("control characters", "\u0001\u0002 a\u0007b \u009f\n\u0003".getBytes(UTF_8));
    return contents;
  }

  private static byte[] garbage() {
    byte[] bytes = new byte[50_000];
    new Random(7).nextBytes(bytes);
    return bytes;
  }
}
