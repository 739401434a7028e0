package broadsheet.web.request;

import io.javalin.http.Context;

/** The server's address as its clients write it. */
public final class Site {
  /** The request attribute with the base path of the server, if it has one. */
  public static final String BASE = "broadsheet.base";

  private Site() {}

  /**
   * The address of the front page as this client has it, without a trailing slash: {@code
   * http://localhost:8080}, {@code https://news.example.org/archive}.
   */
  public static String of(Context context) {
    return context.attribute(BASE) instanceof String base
        ? origin(context) + base
        : origin(context);
  }

  private static String origin(Context context) {
    String url = context.url();
    int path = url.indexOf('/', url.indexOf("://") + "://".length());
    return path < 0 ? url : url.substring(0, path);
  }
}
