package broadsheet.web;

/** What is sent back, and its media type. Holds the bytes it is given, uncopied. */
final class Body {
  private final byte[] bytes;
  private final String type;

  Body(byte[] bytes, String type) {
    this.bytes = bytes;
    this.type = type;
  }

  byte[] bytes() {
    return bytes;
  }

  String type() {
    return type;
  }
}
