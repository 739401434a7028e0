package broadsheet.corpus.archive;

import broadsheet.corpus.pack.Layer;
import broadsheet.corpus.page.PageType;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.SourceFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcRecord;

/**
 * A page in a web archive.
 *
 * @param url its address
 * @param type the type stated by its server
 * @param codings the compressions of its bytes, in the order applied
 * @param bytes the body without chunked encoding
 */
public record WebPage(String url, PageType type, List<String> codings, InputStream bytes) {
  private static final String NO_PAGE = "a web archive record without a page: ";

  private static final Set<String> ABOUT_THE_CRAWL =
      Set.of("warcinfo", "request", "revisit", "metadata", "continuation");

  /** Crawlers store their own notes as resources with other kinds of address. */
  private static final Pattern FETCHED = Pattern.compile("(?is)(?:https?|ftp|file):.*");

  private static final Pattern ROBOTS = Pattern.compile("(?i)https?://[^/]*/robots\\.txt");
  private static final Pattern LENGTH = Pattern.compile("(?im)^Content-Length[ \\t]*:.*\\R");

  private static final Pattern STATUS_AND_FIELDS = Pattern.compile("\r\n");

  /**
   * The page in a record.
   *
   * @throws NotAnArticle if there is none, or it cannot be read
   */
  static WebPage of(WarcRecord record) throws IOException, NotAnArticle {
    String type = record.type().toLowerCase(Locale.ROOT);
    if (ABOUT_THE_CRAWL.contains(type)) {
      throw NotAnArticle.skipped(NO_PAGE + type);
    }
    String url = url(record);
    return switch (type) {
      case "response" -> reply(url, record);
      case "resource", "conversion" ->
          new WebPage(
              url,
              PageType.of(record.headers().first("Content-Type").orElse("")),
              List.of(),
              record.body().stream());
      default -> throw NotAnArticle.skipped(NO_PAGE + "other");
    };
  }

  /** The file it becomes, named by its number with an extension for the type its server gave. */
  SourceFile in(SourceFile archive, long number) {
    boolean isOnline = !url.toLowerCase(Locale.ROOT).startsWith("file:");
    return archive.inside(number + type.extension(), isOnline ? url : "", type.charset());
  }

  /** Its decompressed bytes. */
  Layer content(Entries entries, SourceFile file) throws IOException {
    Layer content = Layer.ofPart(bytes);
    for (String coding : codings.reversed()) {
      content = ContentCoding.named(coding).decoded(content, entries, file);
    }
    return content;
  }

  /** Some writers put the address between angle brackets. */
  private static String url(WarcRecord record) throws NotAnArticle {
    String target = record.headers().first("WARC-Target-URI").orElse("").strip();
    boolean isBracketed = target.startsWith("<") && target.endsWith(">");
    String url = isBracketed ? target.substring(1, target.length() - 1) : target;
    if (!FETCHED.matcher(url).matches()) {
      throw NotAnArticle.skipped(NO_PAGE + "no page address");
    }
    if (ROBOTS.matcher(url).matches()) {
      throw NotAnArticle.skipped(NO_PAGE + "robots.txt");
    }
    return url;
  }

  private static WebPage reply(String url, WarcRecord record) throws IOException, NotAnArticle {
    MediaType type = record.contentType().base();
    if (!type.equals(MediaType.HTTP) && !type.equals(MediaType.OCTET_STREAM)) {
      throw NotAnArticle.skipped(NO_PAGE + "not HTTP");
    }
    HttpResponse http = http(record.body());
    if (http.status() != 200) {
      throw NotAnArticle.skipped("a page that was not available: HTTP status other than 200");
    }
    return new WebPage(
        url,
        PageType.of(http.headers().first("Content-Type").orElse("")),
        http.headers().all("Content-Encoding").stream()
            .flatMap(value -> List.of(value.split(",", -1)).stream())
            .toList(),
        http.body().stream());
  }

  /**
   * The length that the server gave may be missing or count other bytes, so the page extends to the
   * end of its record.
   */
  private static HttpResponse http(MessageBody block) throws IOException {
    InputStream in = new BufferedInputStream(block.stream());
    HeaderLines lines = new HeaderLines(in);
    String[] header = STATUS_AND_FIELDS.split(LENGTH.matcher(lines.block()).replaceAll(""), 2);
    String length = "Content-Length: " + (block.size() - lines.taken()) + "\r\n";
    String known = String.join("\r\n" + length, header);
    InputStream start = new ByteArrayInputStream(known.getBytes(StandardCharsets.ISO_8859_1));
    return HttpResponse.parse(Channels.newChannel(new SequenceInputStream(start, in)));
  }
}
