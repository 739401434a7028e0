package broadsheet.web.page;

import broadsheet.web.request.BasePath;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the base path before the addresses of this server in a page. Only attributes of tags are
 * touched: text that looks like one stays as it is. Pages escape {@code <} in text and {@code "} in
 * attributes, which this relies on.
 */
final class BasedLinks {

  /** A tag, with the values of its attributes in quotes. */
  private static final Pattern TAG = Pattern.compile("<[a-zA-Z](?:[^\"<>]|\"[^\"]*\")*>");

  private static final Pattern ADDRESS =
      Pattern.compile("(\\s(?:href|src|action|formaction)=\")(/(?!/)[^\"]*)\"");

  private BasedLinks() {}

  static byte[] in(byte[] page, BasePath base) {
    if (base.equals(BasePath.ROOT)) {
      return page;
    }
    String html = new String(page, StandardCharsets.UTF_8);
    String based =
        TAG.matcher(html).replaceAll(tag -> Matcher.quoteReplacement(withBase(tag.group(), base)));
    return based.getBytes(StandardCharsets.UTF_8);
  }

  private static String withBase(String tag, BasePath base) {
    return ADDRESS
        .matcher(tag)
        .replaceAll(
            found -> Matcher.quoteReplacement(found.group(1) + base.before(found.group(2)) + "\""));
  }
}
