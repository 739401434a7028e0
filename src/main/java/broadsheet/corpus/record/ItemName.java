package broadsheet.corpus.record;

import broadsheet.article.ItemVersion;
import broadsheet.corpus.text.CleanText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A provider's name for an item, and the version of a record. Immutable.
 *
 * @param name the name; empty if the provider gives none
 * @param version the version; empty if the provider does not count versions
 * @param provider the provider that gives the name; empty if not stated
 * @param changedAt when the version was made, as {@link ItemVersion#changedAt}; empty if not stated
 *     apart from the date of publication
 * @param url the address at which the item was published; empty if not stated
 */
public record ItemName(String name, String version, String changedAt, String provider, String url) {

  /**
   * Addresses and URNs are unique among all providers; the letter case of their beginning does not
   * count.
   */
  private static final Pattern UNIQUE =
      Pattern.compile("(?i)(?<scheme>(?:https?|ftp)://[^/]*|urn:[^:]*:|(?:tag|doi|info):).+");

  private static final Pattern SITE = Pattern.compile("(?i)(?:https?|ftp)://[^/?#]*/?#?");

  /** Hosts that many machines call themselves by. */
  private static final Pattern LOCAL =
      Pattern.compile("(?i)\\w+://(?:localhost|127\\.[\\d.]+|[^./:]+)(?:[:/].*)?");

  /** No provider counts higher, and comparing takes time. */
  private static final int LONGEST_VERSION = 100;

  /** A name in a format that states no other time of a version than its date of publication. */
  public ItemName(String name, String version, String provider, String url) {
    this(name, version, "", provider, url);
  }

  public ItemName {
    name = CleanText.line(name);
    version = CleanText.line(version);
    version = version.substring(0, Math.min(version.length(), LONGEST_VERSION));
    provider = CleanText.line(provider);
  }

  /** Whether it names an item; the address of a whole site does not. */
  boolean isStated() {
    return !name.isEmpty() && !SITE.matcher(name).matches();
  }

  /**
   * The version of the item. A name that is no address or URN is unique within its provider, or
   * else the host that served it, or else the source it was read from.
   *
   * @param fetchedFrom the address its file was fetched from; may be empty
   * @param source the folder that is indexed
   */
  ItemVersion within(String fetchedFrom, String source) {
    Matcher unique = UNIQUE.matcher(name);
    if (unique.matches() && !LOCAL.matcher(name).matches()) {
      String scheme = unique.group("scheme");
      String rest = name.substring(scheme.length());
      return ItemVersion.of("", scheme.toLowerCase(Locale.ROOT) + rest, version)
          .changedAt(changedAt);
    }
    String host = host(url.isEmpty() ? fetchedFrom : url);
    String scope =
        provider.isEmpty()
            ? host.isEmpty() ? "source " + source : "host " + host
            : "by " + folded();
    return ItemVersion.of(scope, name, version).changedAt(changedAt);
  }

  private String folded() {
    return provider.toLowerCase(Locale.ROOT);
  }

  private static String host(String url) {
    try {
      return Objects.requireNonNullElse(new URI(url).getHost(), "").toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      return "";
    }
  }

  /** For the ledger: {@code urn:example:1, version 2}. */
  @Override
  public String toString() {
    return version.isEmpty() ? name : name + ", version " + version;
  }
}
