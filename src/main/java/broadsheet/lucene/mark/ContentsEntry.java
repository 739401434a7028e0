package broadsheet.lucene.mark;

/**
 * Recognises the lines of a table of contents: they end with a page number, after leader dots or
 * among others whose numbers rise. Stateless.
 */
final class ContentsEntry {
  private static final int LONGEST = 200;
  private static final int LONGEST_NUMBER = 4;

  /** So many lines with rising numbers are a table of contents, even without dots. */
  private static final int FEWEST = 3;

  private static final int NONE = -1;

  private ContentsEntry() {}

  /** Whether the line of a text around a place is one. */
  static boolean isAt(String text, int place) {
    String line = line(text, text.lastIndexOf('\n', place - 1) + 1);
    int number = page(line);
    return number != NONE && (hasDots(line) || risen(text, place, number) >= FEWEST);
  }

  /** The number of lines around a place whose page numbers rise. */
  private static int risen(String text, int place, int number) {
    int above = 0;
    int last = number;
    int end = text.lastIndexOf('\n', place - 1);
    while (end > 0 && above < FEWEST && last != NONE) {
      int start = text.lastIndexOf('\n', end - 1) + 1;
      int page = end > start ? page(line(text, start)) : last;
      above += page != NONE && page <= last && end > start ? 1 : 0;
      last = page <= last ? page : NONE;
      end = start - 1;
    }
    return 1 + above + below(text, place, number);
  }

  private static int below(String text, int place, int number) {
    int below = 0;
    int last = number;
    int end = text.indexOf('\n', place);
    while (end >= 0 && below < FEWEST && last != NONE) {
      String line = line(text, end + 1);
      int page = line.isEmpty() ? last : page(line);
      below += page >= last && !line.isEmpty() ? 1 : 0;
      last = page >= last ? page : NONE;
      end = text.indexOf('\n', end + 1);
    }
    return below;
  }

  /** The line that begins at a place; its first characters if it is too long for an entry. */
  private static String line(String text, int start) {
    int end = text.indexOf('\n', start);
    int whole = end < 0 ? text.length() : end;
    return text.substring(start, Math.min(whole, start + LONGEST)).strip();
  }

  /** The page number at the end of a line with a title; {@link #NONE} without. */
  private static int page(String line) {
    int start = line.length();
    while (start > 0 && line.charAt(start - 1) >= '0' && line.charAt(start - 1) <= '9') {
      start--;
    }
    int digits = line.length() - start;
    boolean isOne =
        digits > 0
            && digits <= LONGEST_NUMBER
            && start > 0
            && line.length() < LONGEST
            && " .\u2026\t".indexOf(line.charAt(start - 1)) >= 0
            && line.codePoints().anyMatch(Character::isLetter);
    return isOne ? Integer.parseInt(line.substring(start)) : NONE;
  }

  private static boolean hasDots(String line) {
    return line.contains("....") || line.contains(". . . .") || line.contains("\u2026\u2026");
  }
}
