package broadsheet.engine.result;

/** Whether an answer is of the whole archive. */
public enum Completeness {
  /** All articles were looked at. */
  WHOLE,
  /** The time limit ended the search before. */
  TIME_UP,
  /** A part of the archive could not be reached. */
  PART_UNREACHABLE;

  /** Of a search that nothing but its time limit can end early. */
  public static Completeness within(boolean isInTime) {
    return isInTime ? WHOLE : TIME_UP;
  }
}
