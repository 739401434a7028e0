package broadsheet.corpus.record;

import java.io.IOException;

/** What the file that is being read may still expand to, with everything that is read for it. */
public interface Budget {

  /** Of a reading that nobody limits. */
  Budget UNLIMITED = (file, bytes) -> {};

  /**
   * Counts bytes that came out of a decompressor, or of another file.
   *
   * @param file where they were read
   * @throws IOException if the budget is used up
   */
  void unpacked(SourceFile file, long bytes) throws IOException;
}
