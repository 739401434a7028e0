package broadsheet.assistant;

/** A call that has no answer. The message says why, in a sentence for the assistant. */
final class UnanswerableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnanswerableException(String why) {
    super(why);
  }
}
