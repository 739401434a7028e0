package broadsheet.engine.result;

/** Whether an answer covers the whole archive. */
public enum Completeness {
  /** All articles were looked at. */
  WHOLE,
  /** The time limit ended the search early. */
  TIME_UP,
  /** A part of the archive could not be reached. */
  PART_UNREACHABLE;

  /** The completeness of a search that only its time limit can end early. */
  public static Completeness within(boolean isInTime) {
    return isInTime ? WHOLE : TIME_UP;
  }
}
