package broadsheet.lucene.analysis;

/**
 * Folds Ethiopic letters that sound alike today and are used interchangeably: the rows of {@code ሐ}
 * and {@code ኀ} to {@code ሀ}, {@code ሠ} to {@code ሰ}, {@code ዐ} to {@code አ}, {@code ፀ} to {@code
 * ጸ}; and {@code ሃ} and {@code ኣ} to {@code ሀ} and {@code አ}, which differ only in their vowel
 * sign. Tigrinya keeps some of them apart in speech, but not always in print.
 */
final class EthiopicFolding {

  private static final char FIRST = '\u1200';
  private static final char LAST = '\u1357';

  /** The orders of a row: seven vowels and a rounded form. */
  private static final int ROW = 8;

  private EthiopicFolding() {}

  static boolean concerns(char c) {
    return c >= FIRST && c <= LAST;
  }

  /** The letter that represents all letters of the same sound. */
  static char of(char c) {
    char order = (char) (c % ROW);
    char folded =
        switch (c - order) {
          case 'ሐ', 'ኀ' -> order < ROW - 1 ? (char) ('ሀ' + order) : c;
          case 'ሠ' -> (char) ('ሰ' + order);
          case 'ዐ' -> (char) ('አ' + order);
          case 'ፀ' -> (char) ('ጸ' + order);
          default -> c;
        };
    return switch (folded) {
      case 'ሃ' -> 'ሀ';
      case 'ኣ' -> 'አ';
      default -> folded;
    };
  }
}
