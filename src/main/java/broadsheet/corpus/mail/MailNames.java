package broadsheet.corpus.mail;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file names of attachments. */
final class MailNames {
  private static final Pattern NAME =
      Pattern.compile("(?i)\\b(?:file)?name\\s*=\\s*(?:\"(?<quoted>[^\"]*)\"|(?<bare>[^;\\s]+))");

  /** In pieces, or with its encoding: RFC 2231. */
  private static final Pattern PIECE =
      Pattern.compile(
          "(?i)\\b(?:file)?name\\*(?<piece>\\d{1,3}\\*?)?\\s*=\\s*"
              + "(?:\"(?<quoted>[^\"]*)\"|(?<bare>[^;\\s]+))");

  private static final Pattern ENCODED = Pattern.compile("(?<charset>[\\w-]*)'[\\w-]*'(?<name>.*)");

  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "message/rfc822", ".eml",
          "application/pdf", ".pdf",
          "text/html", ".html",
          "text/plain", ".txt",
          "text/csv", ".csv",
          "application/json", ".json",
          "application/rtf", ".rtf");

  private MailNames() {}

  /** The name that a part's header states; empty if there is none. */
  static String of(MailHeader part) {
    String disposition = in(part.get("content-disposition"));
    return disposition.isEmpty() ? in(part.get("content-type")) : disposition;
  }

  /** The stated name, or one by its type. */
  static String orMadeUp(String name, String type, int number) {
    return name.isEmpty() ? "part-" + number + EXTENSIONS.getOrDefault(type, "") : name;
  }

  private static String in(String field) {
    Matcher plain = NAME.matcher(field);
    if (plain.find()) {
      return value(plain);
    }
    StringBuilder joined = new StringBuilder();
    Matcher piece = PIECE.matcher(field);
    while (piece.find()) {
      joined.append(value(piece));
    }
    return decoded(joined.toString());
  }

  private static String value(Matcher m) {
    return m.group("quoted") == null ? m.group("bare") : m.group("quoted");
  }

  private static String decoded(String name) {
    Matcher encoded = ENCODED.matcher(name);
    if (!encoded.matches()) {
      return name;
    }
    try {
      String charset = encoded.group("charset");
      return URLDecoder.decode(
          encoded.group("name").replace("+", "%2B"),
          charset.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(charset));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return encoded.group("name");
    } catch (IllegalArgumentException e) {
      return name;
    }
  }
}
