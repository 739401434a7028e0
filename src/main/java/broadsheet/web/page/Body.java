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

  public byte[] bytes() {
    return bytes;
  }

  public String type() {
    return type;
  }
}
