package broadsheet.corpus.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Packed;
import broadsheet.corpus.Reading;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Web archives: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/.
 */
class WebArchiveTest {
  private static final String URL = "https://news.example.com/";

  @TempDir Path folder;

  private static byte[] record(String type, String url, String contentType, byte[] block) {
    String header =
        "WARC/1.0\r\nWARC-Type: "
            + type
            + "\r\n"
            + (url.isEmpty() ? "" : "WARC-Target-URI: " + url + "\r\n")
            + "WARC-Date: 2023-06-18T12:00:00Z\r\n"
            + "WARC-Record-ID: <urn:uuid:e9a0cecc-0221-11e7-adb1-0242ac120008>\r\n"
            + "Content-Type: "
            + contentType
            + "\r\n"
            + "Content-Length: "
            + block.length
            + "\r\n\r\n";
    return Packed.joined(header.getBytes(UTF_8), block, "\r\n\r\n".getBytes(UTF_8));
  }

  private static byte[] reply(String url, String fields, byte[] body) {
    byte[] header = ("HTTP/1.1 200 OK\r\n" + fields + "\r\n\r\n").getBytes(UTF_8);
    byte[] block = Packed.joined(header, body);
    return record("response", url, "application/http; msgtype=response", block);
  }

  private static byte[] page(String name) {
    return reply(URL + name, "Content-Type: text/plain", Packed.story(name));
  }

  private static byte[] about(String type) {
    return record(type, URL, "application/warc-fields", "software: a crawler\r\n".getBytes(UTF_8));
  }

  private Reading read(String name, byte[]... records) {
    return Reading.of(Reading.write(folder, name, Packed.joined(records)));
  }

  private static List<String> titles(Reading reading) {
    return reading.articles().stream().map(Article::title).toList();
  }

  @Test
  void pagesBecomeFilesWithTheirAddress() {
    byte[] json =
        reply(
            URL + "feed", "Content-Type: application/json", "{\"title\": \"Two\"}".getBytes(UTF_8));
    Reading reading = read("a.warc", about("warcinfo"), page("One"), json);
    assertThat(titles(reading)).containsExactly("One", "Two");
    assertThat(reading.articles())
        .extracting(Article::url)
        .containsExactly(URL + "One", URL + "feed");
    assertThat(reading.articles())
        .flatExtracting(Article::locations)
        .containsExactly("a.warc/2.txt", "a.warc/3.json");
    assertThat(reading.articles().getFirst().section()).isEmpty();
  }

  @Test
  void resourcesAndConversionsArePages() {
    byte[] resource = record("resource", "<" + URL + "a>", "text/plain", Packed.story("One"));
    byte[] conversion = record("conversion", URL + "b", "text/plain", Packed.story("Two"));
    Reading reading = read("a.warc", resource, conversion);
    assertThat(titles(reading)).containsExactly("One", "Two");
    assertThat(reading.articles().getFirst().url()).isEqualTo(URL + "a");
  }

  @Test
  void recordsWithoutAPageAreCountedInOneLineAKind() {
    Reading reading =
        read(
            "a.warc",
            about("warcinfo"),
            about("request"),
            page("One"),
            about("request"),
            about("metadata"),
            about("revisit"),
            about("what is that"),
            record("resource", "urn:pageinfo:x", "application/json", "{}".getBytes(UTF_8)),
            reply(URL + "robots.txt", "Content-Type: text/plain", Packed.story("No")),
            reply(URL + "a.png", "Content-Type: image/png", new byte[50]));
    assertThat(reading.ledger().totals().skipped()).isEqualTo(9);
    assertThat(reading.ledger().entries(Outcome.SKIPPED)).hasSize(8);
    assertThat(reading.ledger().totals().read()).isEqualTo(10);
    assertThat(titles(reading)).containsExactly("One");
  }

  @Test
  void pagesThatWereNotToBeHadAreSkipped() {
    byte[] block =
        Packed.joined("HTTP/1.1 404 Not Found\r\n\r\n".getBytes(UTF_8), Packed.story("No"));
    Reading reading =
        read("a.warc", record("response", URL, "application/http; msgtype=response", block));
    assertThat(reading.articles()).isEmpty();
    assertThat(reading.ledger().totals().skipped()).isEqualTo(1);
  }

  @Test
  void chunksAreJoinedAlsoWhereThereAreNone() {
    byte[] chunks =
        "8\r\nNew brid\r\n1e\r\nge opens\n\nIt opened on Monday.\r\n0\r\n\r\n".getBytes(UTF_8);
    String fields = "Content-Type: text/plain\r\nTransfer-Encoding: chunked";
    Reading reading =
        read(
            "a.warc",
            reply(URL + "a", fields, chunks),
            reply(URL + "b", fields, Packed.story("Two")));
    assertThat(titles(reading)).containsExactly("New bridge opens", "Two");
    assertThat(reading.articles().getFirst().paragraphs()).containsExactly("It opened on Monday.");
  }

  @Test
  void statedLengthDoesNotCutAPage() {
    String fields = "Content-Type: text/plain\r\nContent-Length: 10";
    assertThat(read("a.warc", reply(URL, fields, Packed.story("New bridge opens"))).only().title())
        .isEqualTo("New bridge opens");
  }

  @Test
  void contentCodingsAreUnpackedWhereTheBytesArePacked() throws IOException {
    byte[] story = Packed.story("One");
    Reading reading =
        read(
            "a.warc",
            coded("gzip", Reading.gzip(story)),
            coded("deflate", deflated(story, false)),
            coded("deflate", deflated(story, true)),
            coded("br", Base64.getDecoder().decode(BROTLI)),
            coded("deflate, gzip", Reading.gzip(deflated(story, false))),
            coded("br", story),
            coded("deflate", story),
            coded("gzip", story));
    assertThat(titles(reading)).hasSize(8).containsOnly("One");
    assertThat(reading.entries()).isEmpty();
  }

  /** The story "One", packed by another program. */
  private static final String BROTLI =
      "GzIA+B0HjussQvrrIbaGplZ4ksvbRU1UaDzG1jWW+YlJI6AKLcBIUFbKqb10FrrD3OGERqMT";

  private static byte[] coded(String coding, byte[] body) {
    String fields = "Content-Type: text/plain\r\nContent-Encoding: " + coding;
    return reply(URL, fields, body);
  }

  private static byte[] deflated(byte[] content, boolean isRaw) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, isRaw);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  @Test
  void charsetOfTheServerIsUsedWhereTheBytesAreNoUtf8() {
    Charset greek = Charset.forName("ISO-8859-7");
    String text = "Νέα γέφυρα\n\nΗ γέφυρα άνοιξε τη Δευτέρα στην πόλη.\n";
    Reading reading =
        read(
            "a.warc",
            reply(URL + "a", "Content-Type: text/plain; charset=iso-8859-7", text.getBytes(greek)),
            reply(URL + "b", "Content-Type: text/plain; charset=iso-8859-1", text.getBytes(UTF_8)),
            reply(URL + "c", "Content-Type: text/plain; charset=none-such", Packed.story("Three")));
    assertThat(titles(reading)).containsExactly("Νέα γέφυρα", "Νέα γέφυρα", "Three");
  }

  @Test
  void gzippedRecordByRecordAndAsAWhole() {
    byte[] records = Packed.joined(Reading.gzip(about("warcinfo")), Reading.gzip(page("One")));
    assertThat(titles(read("a.warc.gz", records))).containsExactly("One");
    assertThat(titles(read("b.warc.gz", Reading.gzip(Packed.joined(page("One"), page("Two"))))))
        .containsExactly("One", "Two");
  }

  @Test
  void damagedRecordCostsNoOther() {
    byte[] damaged = Reading.gzip(Packed.joined(page("Two"), page("Two").clone()));
    damaged[damaged.length / 2] ^= 0x55;
    damaged[damaged.length - 6] ^= 0x55;
    Reading reading =
        read("a.warc.gz", Reading.gzip(page("One")), damaged, Reading.gzip(page("Three")));
    assertThat(titles(reading)).startsWith("One").endsWith("Three");
    assertThat(reading.ledger().totals().failed()).isEqualTo(1);
  }

  @Test
  void garbageBetweenGzippedRecordsIsNamedAndPassedOver() {
    byte[] garbage = "#".repeat(20_000).getBytes(UTF_8);
    Reading reading =
        read("a.warc.gz", Reading.gzip(page("One")), garbage, Reading.gzip(page("Two")));
    assertThat(titles(reading)).containsExactly("One", "Two");
    assertThat(reading.ledger().reasons(Outcome.FAILED))
        .containsOnlyKeys("damaged compressed data");
  }

  @Test
  void damagedHeaderCostsItsRecordOnly() {
    byte[] bad =
        new String(page("Two"), ISO_8859_1)
            .replace("Content-Length", "Content-Len")
            .getBytes(ISO_8859_1);
    Reading reading = read("a.warc", page("One"), bad, page("Three"));
    assertThat(titles(reading)).containsExactly("One", "Three");
    assertThat(reading.ledger().entries(Outcome.FAILED))
        .extracting(LedgerEntry::place)
        .containsExactly(folder.resolve("a.warc") + "#2");
  }

  @Test
  void truncatedArchiveKeepsWhatCameBefore() {
    byte[] two = page("Two");
    Reading reading = read("a.warc", page("One"), Arrays.copyOf(two, two.length - 20));
    assertThat(titles(reading)).containsExactly("One", "Two");
    assertThat(reading.ledger().reasons(Outcome.FAILED))
        .containsOnlyKeys("ends too early: cut off or damaged");
  }

  @Test
  void ofAWaczThePagesAreRead() {
    byte[] pages =
        "{\"url\": \"https://news.example.com/One\", \"title\": \"One\"}".getBytes(UTF_8);
    byte[] wacz =
        Packed.zip(
            zip -> {
              Packed.deflated(zip, "pages/pages.jsonl", pages);
              Packed.stored(zip, "archive/data.warc.gz", Reading.gzip(page("One")));
            });
    Reading reading = read("a.wacz", wacz);
    assertThat(reading.only().locations()).containsExactly("a.wacz/archive/data.warc.gz/1.txt");
    assertThat(reading.ledger().totals().skipped()).isEqualTo(1);
  }

  @Test
  void arcIsReadAlsoWithBlanksInAddresses() {
    byte[] page =
        Packed.joined(
            "HTTP/1.1 200 OK\nContent-Type: text/plain\n\n".getBytes(UTF_8), Packed.story("One"));
    String about = "1 0 Crawl\nURL IP-address Archive-date Content-type Archive-length\n";
    String arc =
        "filedesc://a.arc 127.0.0.1 20140216050221 text/plain "
            + about.length()
            + "\n"
            + about
            + "\nhttp://example.com/a b 93.184.216.119 20140216050221 text/plain "
            + page.length
            + "\n"
            + new String(page, UTF_8)
            + "\nhttp://example.com/c 93.184.216.119 20140216050221 text/plain -1\n";
    Reading reading = read("a.arc", arc.getBytes(UTF_8));
    assertThat(reading.only().url()).isEqualTo("http://example.com/a b");
    assertThat(reading.ledger().totals().skipped()).isEqualTo(1);
    assertThat(reading.ledger().totals().failed()).isEqualTo(1);
  }
}
