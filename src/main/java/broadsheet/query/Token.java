package broadsheet.query;

/**
 * One piece of a query's text.
 *
 * @param text as typed: of a word with its marks, of a phrase without its quotes, of a field its
 *     name without the colon
 * @param slop of a phrase, else 0
 * @param boost of a phrase, a range or a closing parenthesis; 1 for none. A word's is in its text
 */
record Token(Kind kind, String text, int slop, float boost) {

  /** What a piece of text is. */
  enum Kind {
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

    /** Whether something to search for starts here, so that it may follow a field's colon. */
    boolean startsUnit() {
      return switch (this) {
        case WORD, PHRASE, RANGE, FIELD, MINUS, AT_LEAST, OPEN -> true;
        case NOT, AND, OR, PROXIMITY, CLOSE -> false;
      };
    }

    /** Whether something to search for stands here, after which a joining word may follow. */
    boolean endsUnit() {
      return switch (this) {
        case WORD, PHRASE, RANGE, CLOSE -> true;
        case FIELD, MINUS, NOT, AND, OR, PROXIMITY, AT_LEAST, OPEN -> false;
      };
    }

    /** Whether this stands before what it bears on. */
    boolean isPrefix() {
      return switch (this) {
        case FIELD, MINUS, NOT, AT_LEAST -> true;
        case WORD, PHRASE, RANGE, AND, OR, PROXIMITY, OPEN, CLOSE -> false;
      };
    }

    /** Whether this joins what stands before it with what stands after. */
    boolean isJoin() {
      return switch (this) {
        case AND, OR, PROXIMITY -> true;
        case WORD, PHRASE, RANGE, FIELD, MINUS, NOT, AT_LEAST, OPEN, CLOSE -> false;
      };
    }
  }

  Token(Kind kind, String text) {
    this(kind, text, 0, Boost.NONE);
  }
}
