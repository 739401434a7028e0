package broadsheet.scan.draw;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A page to draw, and its size. Immutable.
 *
 * @param page the number of the page, if the file has several; 0 for the first
 * @param width the approximate maximum width of the drawing, in pixels
 * @param decoder the program that decodes the file, if it is in JPEG 2000; otherwise empty
 */
public record DrawRequest(int page, int width, String decoder) {

  /** Returns the form that is sent to the worker. */
  public byte[] bytes() {
    byte[] program = decoder.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(2 * Integer.BYTES + program.length)
        .putInt(page)
        .putInt(width)
        .put(program)
        .array();
  }

  static DrawRequest of(byte[] bytes) {
    ByteBuffer sent = ByteBuffer.wrap(bytes);
    return new DrawRequest(
        sent.getInt(), sent.getInt(), StandardCharsets.UTF_8.decode(sent).toString());
  }
}
