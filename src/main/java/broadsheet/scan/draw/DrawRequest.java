package broadsheet.scan.draw;

import java.nio.ByteBuffer;

/**
 * A page to draw, and its size. Immutable.
 *
 * @param page the number of the page, if the file is a PDF
 * @param width the approximate maximum width of the drawing, in pixels
 */
public record DrawRequest(int page, int width) {

  /** Returns the form that is sent to the worker. */
  public byte[] bytes() {
    return ByteBuffer.allocate(2 * Integer.BYTES).putInt(page).putInt(width).array();
  }

  static DrawRequest of(byte[] bytes) {
    ByteBuffer sent = ByteBuffer.wrap(bytes);
    return new DrawRequest(sent.getInt(), sent.getInt());
  }
}
