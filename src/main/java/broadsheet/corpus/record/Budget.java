package broadsheet.corpus.record;

import java.io.IOException;

/**
 * Limits the size to which a file may expand, together with all other files that are read for it.
 */
public interface Budget {

  /** The budget of a reading without limit. */
  Budget UNLIMITED = (file, bytes) -> {};

  /**
   * Counts bytes from a decompressor or from another file.
   *
   * @param file the file they were read from
   * @throws IOException if the budget is used up
   */
  void unpacked(SourceFile file, long bytes) throws IOException;
}
