package broadsheet.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** The headers on every answer. */
final class ResponseHeaders {
  /** Cached by the reader's own browser only, and revalidated each time, since indexes change. */
  static final String PRIVATE = "private, no-cache";

  /** Cached for ever: the address changes with the content. */
  static final String FOR_EVER = "public, max-age=31536000, immutable";

  static final String CACHE_CONTROL = "Cache-Control";

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; media-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final Map<String, String> ALWAYS = always();

  private ResponseHeaders() {}

  static Map<String, String> onEveryAnswer() {
    return ALWAYS;
  }

  private static Map<String, String> always() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Security-Policy", POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    headers.put("X-Robots-Tag", "noindex");
    headers.put(CACHE_CONTROL, PRIVATE);
    return headers;
  }
}
