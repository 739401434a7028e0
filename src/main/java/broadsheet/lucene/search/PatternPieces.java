package broadsheet.lucene.search;

import broadsheet.lucene.analysis.Terms;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a wildcard pattern where the index cuts words, and folds it as the index folds them. */
final class PatternPieces {

  /** What always parts words. */
  private static final Pattern BORDER =
      Pattern.compile("[^\\p{L}\\p{N}\\p{M}\\p{Pc}\\p{So}\\p{Cf}*?'’‘.,]+");

  /** A dot or comma parts words but not numbers, and not where a wildcard may stand for either. */
  private static final Pattern DOT =
      Pattern.compile("(?<![\\p{N}*?])[.,](?![\\p{N}*?])|^[.,]|[.,]$");

  private static final Pattern ACRONYM = Pattern.compile("[*?]*\\p{L}(\\.\\p{L})*\\.?[*?]*");
  private static final Pattern COMMA_OF_THOUSANDS = Pattern.compile(",(?=\\d{3}(\\D|$))");
  private static final Pattern RUN_OF_STARS = Pattern.compile("\\*{2,}");

  private PatternPieces() {}

  /** The pieces of a pattern, folded, those of wildcards alone left out; may be empty. */
  static List<String> of(String pattern) {
    return BORDER
        .splitAsStream(pattern)
        .map(PatternPieces::withoutDots)
        .flatMap(DOT::splitAsStream)
        .map(piece -> RUN_OF_STARS.matcher(Terms.foldedPattern(piece)).replaceAll("*"))
        .filter(piece -> piece.codePoints().anyMatch(c -> c != '*' && c != '?'))
        .toList();
  }

  private static String withoutDots(String piece) {
    return ACRONYM.matcher(piece).matches()
        ? piece.replace(".", "")
        : COMMA_OF_THOUSANDS.matcher(piece).replaceAll("");
  }

  static boolean isPattern(String piece) {
    return piece.indexOf('*') >= 0 || piece.indexOf('?') >= 0;
  }
}
