package broadsheet.web.address;

import io.javalin.http.Context;

/** The server as its clients name it. */
public final class Site {
  private Site() {}

  /** As this client does: {@code http://localhost:8080}, without a slash at its end. */
  public static String of(Context context) {
    String url = context.url();
    int path = url.indexOf('/', url.indexOf("://") + "://".length());
    return path < 0 ? url : url.substring(0, path);
  }
}
