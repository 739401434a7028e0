package broadsheet.corpus.table;

/** Tracks quotes over the lines of a row, to know whether the row ends. Not thread-safe. */
final class CsvQuotes {
  private final CsvDialect dialect;
  private boolean isOpen;

  CsvQuotes(CsvDialect dialect) {
    this.dialect = dialect;
  }

  /** Whether the last line ended inside a quoted cell. */
  boolean isOpen() {
    return isOpen;
  }

  /** Processes the next line of the row. */
  void line(String text) {
    if (dialect.quote() == 0) {
      return;
    }
    boolean isCellStart = !isOpen;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isOpen) {
        i += closed(text, i);
      } else if (isCellStart && c == dialect.quote()) {
        isOpen = true;
      }
      isCellStart = !isOpen && c == dialect.delimiter();
    }
  }

  /** Closes the cell at its last quote. Returns the number of characters to skip. */
  private int closed(String text, int at) {
    char c = text.charAt(at);
    if (dialect.escape() != 0 && c == dialect.escape()) {
      return 1;
    }
    if (c == dialect.quote()) {
      boolean isDoubled = at + 1 < text.length() && text.charAt(at + 1) == dialect.quote();
      isOpen = isDoubled;
      return isDoubled ? 1 : 0;
    }
    return 0;
  }
}
