package broadsheet.scan.draw;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A page to draw, or a part of one, and its size. Immutable.
 *
 * @param page the number of the page, if the file has several; 0 for the first
 * @param region the part of it to draw
 * @param size the size of the drawing
 * @param decoder the program that decodes the file, if it is in JPEG 2000; otherwise empty
 */
public record DrawRequest(int page, PageRegion region, Most size, String decoder) {

  /**
   * The largest that a drawing may be.
   *
   * @param width about so many pixels
   * @param bytes so many as JPEG
   */
  public record Most(int width, int bytes) {}

  /** Returns the form that is sent to the worker. */
  public byte[] bytes() {
    byte[] program = decoder.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(3 * Integer.BYTES + 4 * Double.BYTES + program.length)
        .putInt(page)
        .putDouble(region.x())
        .putDouble(region.y())
        .putDouble(region.width())
        .putDouble(region.height())
        .putInt(size.width())
        .putInt(size.bytes())
        .put(program)
        .array();
  }

  static DrawRequest of(byte[] bytes) {
    ByteBuffer sent = ByteBuffer.wrap(bytes);
    return new DrawRequest(
        sent.getInt(),
        new PageRegion(sent.getDouble(), sent.getDouble(), sent.getDouble(), sent.getDouble()),
        new Most(sent.getInt(), sent.getInt()),
        StandardCharsets.UTF_8.decode(sent).toString());
  }
}
