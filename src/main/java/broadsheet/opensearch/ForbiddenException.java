package broadsheet.opensearch;

import broadsheet.engine.EngineException;

/** The cluster forbids the user of this program what was asked. */
final class ForbiddenException extends EngineException {
  private static final long serialVersionUID = 1L;

  ForbiddenException(String message) {
    super(message);
  }
}
