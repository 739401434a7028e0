package broadsheet.engine.result;

/** The completeness of an answer: whether it has all articles that match, and no others. */
public enum Completeness {
  /** It has. */
  WHOLE,
  /**
   * A pattern that matches too many words was left out of a query with other required parts: the
   * answer is that to the query without it.
   */
  PATTERNS_LEFT_OUT,
  /** A pattern was searched with the most frequent of its words, or not: more may match. */
  PATTERNS_CUT,
  /** The time limit ended the search early: more may match. */
  TIME_UP,
  /** A part of the archive could not be reached: more may match. */
  PART_UNREACHABLE;

  /** The completeness of a search that only its time limit can end early. */
  public static Completeness within(boolean isInTime) {
    return isInTime ? WHOLE : TIME_UP;
  }

  /** Whether all articles were looked at. */
  public boolean isOfAllArticles() {
    return switch (this) {
      case WHOLE, PATTERNS_LEFT_OUT, PATTERNS_CUT -> true;
      case TIME_UP, PART_UNREACHABLE -> false;
    };
  }

  /** Whether more articles may match. */
  public boolean isLowerBound() {
    return this != WHOLE && this != PATTERNS_LEFT_OUT;
  }

  /** This, or another reason why more articles may match or others were found. */
  public Completeness or(Completeness other) {
    return compareTo(other) < 0 ? other : this;
  }
}
