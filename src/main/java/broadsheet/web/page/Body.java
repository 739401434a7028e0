package broadsheet.web.page;

import io.javalin.http.Context;

/** What is sent back, and its media type. Holds the bytes it is given, uncopied. */
public final class Body {
  private final byte[] bytes;
  private final String type;

  public Body(byte[] bytes, String type) {
    this.bytes = bytes;
    this.type = type;
  }

  /** Answers with it. */
  public static void send(Context context, Body body) {
    context.contentType(body.type()).result(body.bytes());
  }

  public byte[] bytes() {
    return bytes;
  }

  public String type() {
    return type;
  }
}
