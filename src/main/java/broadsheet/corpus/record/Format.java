package broadsheet.corpus.record;

import java.io.IOException;
import java.io.InputStream;

/**
 * One way articles are written down. Stateless between files. UTF-16 never reaches a format: such
 * files come as UTF-8.
 */
public interface Format {

  /** What a caller names it by. */
  String name();

  /** Judges by the beginning of a file whether it is written this way. */
  Recognition recognise(Peek peek);

  /**
   * Reads a file that {@link #recognise} knew, or that the caller said is of this format. Content
   * of any kind ends as articles, or as entries in the ledger; never as an exception.
   *
   * @throws IOException when the stream cannot be read on
   */
  void read(InputStream in, Records records) throws IOException;
}
