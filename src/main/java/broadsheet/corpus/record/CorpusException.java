package broadsheet.corpus.record;

import java.io.Serial;

/** A corpus cannot be read at all. The message gives the reason and advice in one line. */
public final class CorpusException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public CorpusException(String message) {
    super(message);
  }
}
