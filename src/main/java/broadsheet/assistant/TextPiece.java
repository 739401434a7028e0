package broadsheet.assistant;

/** Cuts texts to a length without splitting a surrogate pair. */
final class TextPiece {
  private TextPiece() {}

  /** The beginning of a text, with an ellipsis if there is more. */
  static String first(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, end(text, 0, longest)) + "…";
  }

  /**
   * Returns the end of a piece of a text, which never splits a surrogate pair.
   *
   * @param from the index at which the piece begins
   * @param longest the most UTF-16 units it may have, at least 2
   */
  static int end(String text, int from, int longest) {
    int end = Math.min(text.length(), from + longest);
    boolean isWithinPair =
        end < text.length()
            && Character.isHighSurrogate(text.charAt(end - 1))
            && Character.isLowSurrogate(text.charAt(end));
    return isWithinPair ? end - 1 : end;
  }
}
