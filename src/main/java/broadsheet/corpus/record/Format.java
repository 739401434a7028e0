package broadsheet.corpus.record;

import java.io.IOException;
import java.io.InputStream;

/**
 * A format of article files. Stateless between files. UTF-16 never reaches a format: such files are
 * converted to UTF-8.
 */
public interface Format {

  /** The name that callers use. */
  String name();

  /** Judges by a file's beginning whether it is in this format. */
  Recognition recognise(Peek peek);

  /**
   * Reads a file that {@link #recognise} accepted, or that the caller says is in this format.
   * Content of any kind ends as articles or as entries in the ledger, never as an exception.
   *
   * @throws IOException if the stream cannot be read further
   */
  void read(InputStream in, Records records) throws IOException;
}
