package broadsheet.web.request;

import broadsheet.address.Problem;
import broadsheet.address.Refusal;
import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prevents cross-site request forgery: keeps other web sites from making changes through a reader's
 * browser. Every browser says where a request that may make changes comes from, in {@code
 * Sec-Fetch-Site} or, on connections it does not trust, in {@code Origin}. Source: Fetch Metadata
 * and Fetch, "Origin header".
 */
public final class SameOrigin {
  private SameOrigin() {}

  /**
   * Requires that the request comes from a page of this server.
   *
   * @throws Refusal with status 403 and the reason
   */
  public static void require(Context context) {
    String own = Site.of(context);
    if (!isSame(context.header("Sec-Fetch-Site"), context.header("Origin"), own)) {
      throw new Refusal(
          new Problem(
              "Not from this site",
              403,
              "Only pages of this server may make changes here. A program must send the server’s"
                  + " address as Origin, such as %s.".formatted(own)));
    }
  }

  /**
   * Lets the browser tell this server, and no other, the origin of the page's forms: sends {@code
   * Referrer-Policy: same-origin}. Under {@code no-referrer}, the policy of other pages, the
   * browser hides the origin of a posted form, and over plain HTTP nothing else shows that the form
   * is ours.
   */
  public static void letFormsTellTheirOrigin(Context context) {
    context.header("Referrer-Policy", "same-origin");
  }

  /**
   * Whether both headers, as far as they are sent, name this server.
   *
   * @param own the address the request was made to; its path does not matter
   */
  static boolean isSame(@Nullable String site, @Nullable String origin, String own) {
    if (origin == null || origin.equals("null")) {
      return "same-origin".equals(site);
    }
    Optional<Origin> stated = Origin.of(origin);
    return stated.isPresent()
        && stated.equals(Origin.of(own))
        && (site == null || site.equals("same-origin"));
  }

  /**
   * Scheme, host and port. Source: RFC 6454, section 4.
   *
   * @param port the standard one of the scheme if none is written
   */
  private record Origin(String scheme, String host, int port) {

    /** The origin of an address; empty if it is none of the web's or names a user. */
    static Optional<Origin> of(String address) {
      try {
        URI uri = new URI(address.toLowerCase(Locale.ROOT));
        int port = uri.getPort() >= 0 ? uri.getPort() : standardPort(uri.getScheme());
        return port < 0 || uri.getHost() == null || uri.getRawUserInfo() != null
            ? Optional.empty()
            : Optional.of(new Origin(uri.getScheme(), uri.getHost(), port));
      } catch (URISyntaxException e) {
        return Optional.empty();
      }
    }

    private static int standardPort(@Nullable String scheme) {
      return "https".equals(scheme) ? 443 : "http".equals(scheme) ? 80 : -1;
    }
  }
}
