package broadsheet.lucene.staging;

import broadsheet.engine.EngineException;
import java.io.Serial;

/** The shards lack documents, or have too many, although all changes were sent. */
public final class IncompleteArchiveException extends EngineException {

  @Serial private static final long serialVersionUID = 1;

  public IncompleteArchiveException(String message) {
    super(message);
  }
}
