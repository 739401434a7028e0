package broadsheet.web.address;

import io.javalin.http.Context;

/** The server's address as its clients write it. */
public final class Site {
  private Site() {}

  /** The address this client used, without a trailing slash: {@code http://localhost:8080}. */
  public static String of(Context context) {
    String url = context.url();
    int path = url.indexOf('/', url.indexOf("://") + "://".length());
    return path < 0 ? url : url.substring(0, path);
  }
}
