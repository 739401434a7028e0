package broadsheet.web.request;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one form in which the server answers to a path. Proxies and servers disagree on which paths
 * are the same, so that {@code /metrics/} or {@code /%6detrics} may pass where {@code /metrics} is
 * forbidden. Source: RFC 3986, section 6.2.2.
 */
public final class CanonicalPath {

  /** A byte of a letter beyond ASCII. */
  private static final Pattern LETTER = Pattern.compile("%[89a-fA-F]\\p{XDigit}");

  /**
   * Matches a path that is not canonical: one without a leading slash, with an empty segment,
   * {@code .} or {@code ..}, with a character that no path has or that separates parameters, or
   * with an escape that is incomplete, not in capitals, or for a control character or one that
   * needs no escape.
   */
  private static final Pattern OTHER_FORM =
      Pattern.compile(
          "^(?!/)|//|[^/]/\\z|/\\.\\.?(?:/|\\z)|[^A-Za-z0-9._~!$&'()*+,=:@%/-]|%(?![0-9A-F]{2})"
              + "|%(?:[01].|7F|2D|2E|5F|7E|3[0-9]|[46][1-9A-F]|[57][0-9A])");

  private CanonicalPath() {}

  public static boolean isCanonical(String path) {
    return !OTHER_FORM.matcher(path).find();
  }

  /**
   * The path without a slash at its end, and with escaped letters in capitals; not necessarily
   * canonical.
   */
  public static String of(String path) {
    String address = path.replaceFirst("(?<=[^/])/\\z", "");
    return LETTER.matcher(address).replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT));
  }
}
