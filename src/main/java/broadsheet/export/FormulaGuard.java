package broadsheet.export;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running a cell as a formula, which could leak the other cells.
 *
 * <p>Source: OWASP, "CSV Injection".
 */
final class FormulaGuard {
  private static final char QUOTE = '\'';
  private static final String STARTS = "=+-@";
  private static final Pattern NUMBER = Pattern.compile("-\\d+(\\.\\d+)?");

  private FormulaGuard() {}

  /** The cell, behind a quote if a spreadsheet would take it for a formula. A number is none. */
  static String guarded(String cell) {
    boolean isRisky = !cell.isEmpty() && (STARTS + "\t\r\n").indexOf(cell.charAt(0)) >= 0;
    return isRisky && !NUMBER.matcher(cell).matches() ? QUOTE + cell : cell;
  }

  /** The cell without the quote of {@link #guarded}. */
  static String bare(String cell) {
    boolean isGuarded =
        cell.length() > 1 && cell.charAt(0) == QUOTE && STARTS.indexOf(cell.charAt(1)) >= 0;
    return isGuarded ? cell.substring(1) : cell;
  }
}
