package broadsheet.web.address;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other web sites from making changes through a reader's browser. Every browser says where a
 * request that may make changes comes from, in {@code Sec-Fetch-Site} or, on connections it does
 * not trust, in {@code Origin}. Source: Fetch Metadata and Fetch, "Origin header".
 */
public final class SameOrigin {
  private SameOrigin() {}

  /**
   * Requires that the request comes from a page of this server.
   *
   * @throws Refusal with status 403 and the reason
   */
  public static void require(Context context) {
    String own = authority(Site.of(context));
    if (!isSame(context.header("Sec-Fetch-Site"), context.header("Origin"), own)) {
      throw new Refusal(
          new Problem(
              "Not from this site",
              403,
              "Only pages of this server may make changes here. A program must send the server’s"
                  + " address as Origin, such as %s.".formatted(Site.of(context))));
    }
  }

  /**
   * Whether both headers, as far as they are sent, name this server.
   *
   * @param own the host and port the request was made to
   */
  static boolean isSame(@Nullable String site, @Nullable String origin, String own) {
    if (origin == null || origin.equals("null")) {
      return "same-origin".equals(site);
    }
    return authority(origin).equals(own) && (site == null || site.equals("same-origin"));
  }

  /** Host and port as a browser writes them; empty for an opaque origin. */
  private static String authority(String origin) {
    try {
      String authority = new URI(origin).getRawAuthority();
      return authority == null ? "" : authority.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
