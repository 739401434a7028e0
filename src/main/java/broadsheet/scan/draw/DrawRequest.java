package broadsheet.scan.draw;

import java.nio.ByteBuffer;

/**
 * Which page to draw, and how large. Immutable.
 *
 * @param page its number, if the file is a PDF
 * @param width about how many pixels the drawing has at most from left to right
 */
public record DrawRequest(int page, int width) {

  /** As it is sent to the worker. */
  public byte[] bytes() {
    return ByteBuffer.allocate(2 * Integer.BYTES).putInt(page).putInt(width).array();
  }

  static DrawRequest of(byte[] bytes) {
    ByteBuffer sent = ByteBuffer.wrap(bytes);
    return new DrawRequest(sent.getInt(), sent.getInt());
  }
}
