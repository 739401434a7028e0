package broadsheet.lucene.semantic;

import broadsheet.engine.EngineException;

/** The vectors of an archive cannot be read, although its articles can. */
public final class UnreadableVectorsException extends EngineException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what happened and what to do
   */
  public UnreadableVectorsException(String message) {
    super(message);
  }

  /**
   * @param message what happened and what to do
   */
  public UnreadableVectorsException(String message, Throwable cause) {
    super(message, cause);
  }
}
