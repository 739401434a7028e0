package broadsheet.corpus.mail;

import broadsheet.article.Article;
import broadsheet.corpus.encoding.StatedEncoding;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Markup;
import broadsheet.corpus.text.Paragraphs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Reads one message as a stream: its header, its texts, and its attachments. One that is a single
 * article becomes a part of the message; others are read as files of their own. Use once.
 */
final class MessageReader {
  static final String TOO_DEEP = "its parts are nested too deeply";

  private static final int DEEPEST = 30;
  private static final int BUFFER = 8 * 1024;

  private static final MimeConfig LENIENT =
      MimeConfig.custom()
          .setStrictParsing(false)
          .setMaxLineLen(1 << 20)
          .setMaxHeaderCount(2_000)
          .setMaxHeaderLen(1 << 20)
          .setMalformedHeaderStartsBody(false)
          .build();

  /** Parts that belong to the look or the proof of a message. */
  private static final Set<String> NO_FILES =
      Set.of(
          "application/pkcs7-signature",
          "application/x-pkcs7-signature",
          "application/pgp-signature",
          "application/pgp-encrypted");

  private final Records records;
  private final String folder;
  private final MailHeader header = new MailHeader();
  private final MailParts parts = new MailParts();
  private final Deque<String> multiparts = new ArrayDeque<>();
  private MailHeader part = new MailHeader();
  private boolean isEncrypted;
  private boolean isPage;
  private int attachments;
  private final List<Article> files = new ArrayList<>();

  /**
   * @param folder the prefix of the names of attachments, such as {@code 3/} in a mailbox
   */
  MessageReader(Records records, String folder) {
    this.records = records;
    this.folder = folder;
  }

  MailHeader header() {
    return header;
  }

  MailParts parts() {
    return parts;
  }

  /** The attachments that are an article each, in their order. */
  List<Article> files() {
    return files;
  }

  /** Whether its text is encrypted. */
  boolean isEncrypted() {
    return isEncrypted;
  }

  /** Whether it is a page that a browser saved, which has been read as a file of its own. */
  boolean isPage() {
    return isPage;
  }

  /**
   * Reads the message. If it is damaged, the part before the damage has been read.
   *
   * @throws MimeException if it is damaged or nested too deeply
   */
  void read(InputStream in) throws IOException, MimeException {
    MimeTokenStream stream = new MimeTokenStream(LENIENT);
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    stream.parse(in);
    EntityState state = stream.getState();
    while (state != EntityState.T_END_OF_STREAM) {
      take(state, stream);
      state = stream.next();
    }
  }

  private void take(EntityState state, MimeTokenStream stream) throws IOException, MimeException {
    switch (state) {
      case T_START_HEADER -> part = new MailHeader();
      case T_FIELD -> {
        (multiparts.isEmpty() ? header : part).add(stream.getField());
        part.add(stream.getField());
      }
      case T_START_MULTIPART -> begin(stream.getBodyDescriptor());
      case T_END_MULTIPART -> multiparts.poll();
      case T_BODY -> body(stream);
      default -> {}
    }
  }

  private void begin(BodyDescriptor descriptor) throws MimeException {
    if (multiparts.size() >= DEEPEST) {
      throw new MimeException(TOO_DEEP);
    }
    String kind = String.valueOf(descriptor.getSubType()).toLowerCase(Locale.ROOT);
    isEncrypted |= kind.equals("encrypted");
    multiparts.push(kind);
  }

  private void body(MimeTokenStream stream) throws IOException {
    BodyDescriptor descriptor = stream.getBodyDescriptor();
    String type = String.valueOf(descriptor.getMimeType()).toLowerCase(Locale.ROOT);
    InputStream content = stream.getDecodedInputStream();
    String name = MailNames.of(part);
    boolean isAttached =
        part.get("content-disposition").toLowerCase(Locale.ROOT).startsWith("attachment");
    boolean isText = type.equals("text/plain") || type.equals("text/html");
    if (isText && !isAttached && name.isEmpty()) {
      text(type, descriptor, content);
    } else if (type.equals("text/html") && isSavedPage()) {
      page(descriptor, content);
    } else if (type.contains("pkcs7-mime")) {
      isEncrypted = true;
    } else if (!isLook(type)) {
      attachments++;
      String shown = MailNames.orMadeUp(name, type, attachments);
      records.enclosed(folder + shown, content).ifPresent(files::add);
    }
  }

  private void text(String type, BodyDescriptor descriptor, InputStream content)
      throws IOException {
    if (type.equals("text/html") && isSavedPage()) {
      page(descriptor, content);
      return;
    }
    boolean isAlternative = multiparts.contains("alternative");
    String text = StatedEncoding.text(bounded(content), charset(descriptor));
    if (type.equals("text/html")) {
      parts.addPage(text, isAlternative);
    } else {
      boolean isFlowed =
          part.get("content-type").toLowerCase(Locale.ROOT).contains("format=flowed");
      parts.addPlain(text, isFlowed, isAlternative);
    }
  }

  private static String charset(BodyDescriptor descriptor) {
    String charset = descriptor.getCharset();
    return charset == null ? "" : charset;
  }

  /** A browser names the address of the page it saves, and nobody it is sent to. */
  private boolean isSavedPage() {
    boolean hasAddress =
        !header.get("snapshot-content-location").isEmpty()
            || !part.get("content-location").isEmpty();
    return !isPage && hasAddress && !header.has("to");
  }

  private void page(BodyDescriptor descriptor, InputStream content) throws IOException {
    isPage = true;
    String snapshot = header.get("snapshot-content-location");
    String address = snapshot.isEmpty() ? part.get("content-location") : snapshot;
    String url = address.startsWith("http") ? address : "";
    records.inside(folder + "page.html", url, charset(descriptor), content);
  }

  private static boolean isLook(String type) {
    return type.startsWith("image/")
        || type.startsWith("audio/")
        || type.startsWith("video/")
        || type.equals("text/css")
        || NO_FILES.contains(type);
  }

  private static byte[] bounded(InputStream in) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    int read = in.read(buffer);
    while (read >= 0 && content.size() < Records.LONGEST_RECORD) {
      content.write(buffer, 0, read);
      read = in.read(buffer);
    }
    return content.toByteArray();
  }

  /** Collects the texts of a message and chooses between the forms of the same text. */
  static final class MailParts {
    /** A plain form that only says to use another program is shorter than this part of the page. */
    private static final double SHORT = 0.3;

    private static final Pattern FLOWED = Pattern.compile("[ \\t]+\\R(?!\\R)");

    /** A text and whether it is one of several forms. */
    private record Text(List<String> paragraphs, boolean isPage, boolean isAlternative) {
      int length() {
        return paragraphs.stream().mapToInt(String::length).sum();
      }
    }

    private final List<Text> texts = new ArrayList<>();

    /** Adds a text in plain form. */
    void addPlain(String text, boolean isFlowed, boolean isAlternative) {
      String joined = isFlowed ? FLOWED.matcher(text).replaceAll(" ") : text;
      texts.add(new Text(Paragraphs.of(Markup.lines(joined)), false, isAlternative));
    }

    void addPage(String html, boolean isAlternative) {
      texts.add(new Text(Markup.paragraphs("<p>" + html), true, isAlternative));
    }

    /** The paragraphs of all texts in order, each in its best form. */
    List<String> paragraphs() {
      int plain = length(false);
      int page = length(true);
      boolean isPageBetter = plain < SHORT * page;
      return CleanText.lines(
          texts.stream()
              .filter(text -> !text.isAlternative() || text.isPage() == isPageBetter)
              .flatMap(text -> text.paragraphs().stream())
              .toList());
    }

    private int length(boolean isPage) {
      return texts.stream()
          .filter(text -> text.isAlternative() && text.isPage() == isPage)
          .mapToInt(Text::length)
          .sum();
    }
  }
}
