package broadsheet.web.page;

import io.javalin.http.Context;

/** A response body and its media type. The bytes are not copied. */
public final class Body {
  private final byte[] bytes;
  private final String type;

  public Body(byte[] bytes, String type) {
    this.bytes = bytes;
    this.type = type;
  }

  /** Sends it as the answer. */
  public static void send(Context context, Body body) {
    context.contentType(body.type()).result(body.bytes());
  }

  /** Has the browser save the answer as a file. */
  public static void saveAs(String file, Context context) {
    context.header("Content-Disposition", "attachment; filename=\"" + file + "\"");
  }

  /** Keeps the answer out of every cache. */
  public static void keepNowhere(Context context) {
    context.header("Cache-Control", "no-store");
  }

  public byte[] bytes() {
    return bytes;
  }

  public String type() {
    return type;
  }
}
