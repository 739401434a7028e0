package broadsheet.scan;

import java.io.InputStream;

/** The outcome of a request for a scan. */
public sealed interface ScanAnswer {

  /**
   * An image that browsers show.
   *
   * @param size its size in bytes
   * @param content its bytes; the receiver must close it
   */
  record Image(String mediaType, long size, InputStream content) implements ScanAnswer {}

  /** It is damaged, too large, or takes too long to draw. */
  record Undrawable(String reason) implements ScanAnswer {}

  /** Too many others are being drawn. */
  record Busy() implements ScanAnswer {}
}
