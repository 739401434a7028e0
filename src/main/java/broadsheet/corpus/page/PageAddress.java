package broadsheet.corpus.page;

import broadsheet.corpus.text.CleanText;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/** Finds the address that a page states as its own. */
public final class PageAddress {
  private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://\\S+");

  private PageAddress() {}

  /**
   * The absolute address; empty if the page states none. A site's front page counts only if there
   * is no other.
   */
  static String of(Document page, MetaTags meta) {
    return Stream.of(
            page.select("link[rel~=(?i)^canonical$]").attr("abs:href"),
            meta.content("og:url"),
            meta.content("parsely-link"))
        .map(CleanText::line)
        .filter(PageAddress::isAbsolute)
        .reduce((first, next) -> isFrontPage(first) && !isFrontPage(next) ? next : first)
        .orElse("");
  }

  /** Whether it is a complete web address. */
  public static boolean isAbsolute(String address) {
    return ABSOLUTE.matcher(address).matches();
  }

  /** The host of an address, without {@code www.}; empty if it has none. */
  public static String host(String address) {
    return uri(address)
        .map(URI::getHost)
        .map(host -> host.startsWith("www.") ? host.substring("www.".length()) : host)
        .orElse("");
  }

  /**
   * Whether a link leads to another page of the site on this host.
   *
   * @param host may be empty: then only links without a host do
   */
  static boolean isOwn(String href, String host) {
    String target = host(href);
    return target.isEmpty()
        ? !href.strip().startsWith("#")
        : !host.isEmpty() && (target.endsWith(host) || host.endsWith(target));
  }

  /** Whether it is an address with nothing after its host. */
  static boolean isFrontPage(String address) {
    return uri(address)
        .filter(uri -> uri.getHost() != null && uri.getRawQuery() == null)
        .map(URI::getRawPath)
        .filter(path -> path.matches("/?|/index\\.\\w+"))
        .isPresent();
  }

  private static Optional<URI> uri(String address) {
    try {
      return Optional.of(URI.create(address));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
