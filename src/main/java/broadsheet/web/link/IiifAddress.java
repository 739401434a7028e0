package broadsheet.web.link;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An issue, and its addresses in IIIF. Clients append parameters to these addresses, so the issue
 * is in the path. Immutable.
 */
public record IiifAddress(String newspaper, LocalDate day) {
  public static final String PATH = "/iiif/{newspaper}/{date}";

  private static final Pattern ESCAPED = Pattern.compile("~([0-9a-f]{1,6})~");
  private static final Pattern UNESCAPED = Pattern.compile("[A-Za-z0-9_-]*");

  /** The issue in a path; empty if no issue has such a path. */
  public static Optional<IiifAddress> of(String newspaper, String day) {
    try {
      return decoded(newspaper).map(name -> new IiifAddress(name, LocalDate.parse(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The path that all its addresses begin with. */
  public String base() {
    return "/iiif/" + encoded(newspaper) + "/" + day;
  }

  /** Its manifest. */
  public String manifest() {
    return base() + "/manifest.json";
  }

  /** Letters of other alphabets and signs are escaped by their numbers; a blank is a low line. */
  private static String encoded(String name) {
    StringBuilder encoded = new StringBuilder();
    name.codePoints()
        .forEach(
            c -> {
              boolean isPlain = c != '_' && UNESCAPED.matcher(Character.toString(c)).matches();
              encoded.append(
                  c == ' '
                      ? "_"
                      : isPlain ? Character.toString(c) : "~" + Integer.toHexString(c) + "~");
            });
    return encoded.toString();
  }

  private static Optional<String> decoded(String encoded) {
    if (!UNESCAPED.matcher(ESCAPED.matcher(encoded).replaceAll("")).matches()) {
      return Optional.empty();
    }
    Matcher escaped = ESCAPED.matcher(encoded.replace('_', ' '));
    StringBuilder name = new StringBuilder();
    while (escaped.find()) {
      int c = Integer.parseInt(escaped.group(1), 16);
      if (!Character.isValidCodePoint(c)) {
        return Optional.empty();
      }
      escaped.appendReplacement(name, Matcher.quoteReplacement(Character.toString(c)));
    }
    return Optional.of(escaped.appendTail(name).toString());
  }
}
