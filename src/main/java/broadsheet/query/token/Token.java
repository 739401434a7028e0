package broadsheet.query.token;

/**
 * One piece of a query's text.
 *
 * @param text the typed text: a word with its marks, a phrase without its quotes, a field's name
 *     without the colon
 * @param slop the slop of a phrase; otherwise 0
 * @param boost the boost of a phrase, a range or a closing parenthesis; 1 for none. A word's is in
 *     its text
 */
public record Token(Kind kind, String text, int slop, float boost) {

  /** The kind of a piece. */
  public enum Kind {
    WORD,
    PHRASE,
    RANGE,
    FIELD,
    MINUS,
    NOT,
    AND,
    OR,
    /** NEAR, ADJ, w and pre with their distance. */
    PROXIMITY,
    AT_LEAST,
    OPEN,
    CLOSE;

    /** Whether it starts something to search for, so that it may follow a field's colon. */
    public boolean startsUnit() {
      return switch (this) {
        case WORD, PHRASE, RANGE, FIELD, MINUS, AT_LEAST, OPEN -> true;
        case NOT, AND, OR, PROXIMITY, CLOSE -> false;
      };
    }

    /** Whether it ends something to search for, so that a joining word may follow. */
    public boolean endsUnit() {
      return switch (this) {
        case WORD, PHRASE, RANGE, CLOSE -> true;
        case FIELD, MINUS, NOT, AND, OR, PROXIMITY, AT_LEAST, OPEN -> false;
      };
    }

    /** Whether it is a prefix of the token after it. */
    public boolean isPrefix() {
      return switch (this) {
        case FIELD, MINUS, NOT, AT_LEAST -> true;
        case WORD, PHRASE, RANGE, AND, OR, PROXIMITY, OPEN, CLOSE -> false;
      };
    }

    /** Whether it joins the parts before and after it. */
    public boolean isJoin() {
      return switch (this) {
        case AND, OR, PROXIMITY -> true;
        case WORD, PHRASE, RANGE, FIELD, MINUS, NOT, AT_LEAST, OPEN, CLOSE -> false;
      };
    }
  }

  public Token(Kind kind, String text) {
    this(kind, text, 0, Boost.NONE);
  }
}
