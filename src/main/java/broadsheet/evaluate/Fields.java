package broadsheet.evaluate;

/** Checks fields of TREC's files, which are separated by white space. */
final class Fields {
  private Fields() {}

  /**
   * @param name the name of the field, for the error
   * @throws IllegalArgumentException when the value is empty or has white space in it
   */
  static void requireOneWord(String name, String value) {
    if (value.isEmpty() || value.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("a " + name + " is one word, not '" + value + "'");
    }
  }
}
