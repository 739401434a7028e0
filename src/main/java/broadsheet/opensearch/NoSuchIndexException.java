package broadsheet.opensearch;

import broadsheet.engine.EngineException;

/** The cluster has no index of that name, or has it no more. */
public final class NoSuchIndexException extends EngineException {
  private static final long serialVersionUID = 1L;

  NoSuchIndexException(String message) {
    super(message);
  }
}
