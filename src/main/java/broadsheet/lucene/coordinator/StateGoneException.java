package broadsheet.lucene.coordinator;

import broadsheet.engine.EngineException;

/** The shards cannot show any more the state of the archive that a request began with. */
final class StateGoneException extends EngineException {
  private static final long serialVersionUID = 1L;

  StateGoneException() {
    super("The archive was updated while it was searched. Try again.");
  }
}
