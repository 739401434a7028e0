package broadsheet.scan;

import java.io.InputStream;

/** The outcome of a request for a scan. */
public sealed interface ScanAnswer {

  /**
   * An image that browsers show.
   *
   * @param size in bytes
   * @param content to be closed by the receiver
   */
  record Image(String mediaType, long size, InputStream content) implements ScanAnswer {}

  /** It is damaged, too large, or takes too long to draw. */
  record Undrawable(String reason) implements ScanAnswer {}

  /** Too many others are being drawn. */
  record Busy() implements ScanAnswer {}
}
