package broadsheet.corpus.print;

import java.io.IOException;
import java.io.InputStream;

/** Counts the pages of a PDF. */
public interface PageCounter {
  /**
   * The number of pages; 0 if it cannot be read.
   *
   * @throws IOException if no worker can be started
   */
  int pages(InputStream pdf) throws IOException;
}
