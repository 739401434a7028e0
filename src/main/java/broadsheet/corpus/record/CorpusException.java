package broadsheet.corpus.record;

import java.io.Serial;

/**
 * A corpus that cannot be read at all. The message is one line that says what is wrong and what to
 * do.
 */
public final class CorpusException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public CorpusException(String message) {
    super(message);
  }
}
