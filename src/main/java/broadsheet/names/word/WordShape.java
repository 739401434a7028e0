package broadsheet.names.word;

/** The letters of a word, by case. */
public enum WordShape {
  /** {@code reserve} */
  SMALL(1),
  /** {@code Reserve} */
  CAPITAL(2),
  /** {@code NATO}, {@code U.S.} */
  CAPITALS(3),
  /** {@code J.} */
  INITIAL(4),
  /** {@code McCain}, {@code iPhone} with a capital somewhere else as well */
  MIXED(5),
  /** Begins with a digit: {@code 1987}. */
  NUMBER(6),
  /** A punctuation mark or symbol. */
  MARK(7);

  private final int code;

  WordShape(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** Whether it may begin a name. */
  public boolean isCapital() {
    return this == CAPITAL || this == CAPITALS || this == INITIAL || this == MIXED;
  }

  public static WordShape of(String word) {
    char first = word.charAt(0);
    if (Character.isDigit(first)) {
      return NUMBER;
    }
    if (!Character.isLetter(first)) {
      return MARK;
    }
    int capitals = 0;
    int small = 0;
    for (int i = 0; i < word.length(); i++) {
      capitals += Character.isUpperCase(word.charAt(i)) ? 1 : 0;
      small += Character.isLowerCase(word.charAt(i)) ? 1 : 0;
    }
    if (!Character.isUpperCase(first)) {
      return capitals == 0 ? SMALL : small == 0 ? CAPITAL : SMALL;
    }
    if (small == 0) {
      return capitals == 1 && word.length() <= 2 ? INITIAL : CAPITALS;
    }
    return capitals == 1 ? CAPITAL : MIXED;
  }

  /** Each word with its first letter as a capital alone. */
  public static String capitalized(String text) {
    StringBuilder result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      boolean first = i == 0 || !Character.isLetter(text.charAt(i - 1));
      result.append(first ? text.charAt(i) : Character.toLowerCase(text.charAt(i)));
    }
    return result.toString();
  }
}
