package broadsheet.corpus.pack;

import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Opens xz streams. A class of its own, so that the library is loaded only for a file that needs
 * it: its jar is sealed, and a start cache (JEP 514) with a sealed package in it stops the JVM once
 * the program's folder was moved.
 */
final class Xz {
  private Xz() {}

  /**
   * The decompressed content, of several streams one after the other too.
   *
   * @param mostMemoryKb the memory the decompressor may use
   */
  static InputStream unpacked(InputStream packed, int mostMemoryKb) throws IOException {
    return new XZInputStream(packed, mostMemoryKb);
  }
}
