package broadsheet.web.request;

import io.javalin.http.Context;
import java.util.Optional;

/** The server's address as its clients write it. */
public final class Site {
  /** The request attribute with the base path of the server, if it has one. */
  public static final String BASE = "broadsheet.base";

  /** The request attribute that is there if the address is the public one. */
  public static final String PUBLISHED = "broadsheet.published";

  private Site() {}

  /** The address of the front page for everybody; empty if only this client is known to use it. */
  public static Optional<String> published(Context context) {
    return Optional.ofNullable(context.attribute(PUBLISHED)).map(_ -> of(context));
  }

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
