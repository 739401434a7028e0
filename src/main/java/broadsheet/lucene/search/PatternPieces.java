package broadsheet.lucene.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Cuts a wildcard pattern where the index cuts words, and folds it as the index folds them. */
final class PatternPieces {

  /** Dots and commas hold together numbers, and whatever a wildcard may stand for. */
  private static final Pattern BORDER =
      Pattern.compile(
          "[^\\p{L}\\p{N}\\p{M}*?'’‘.,]+|(?<![\\p{N}*?])[.,](?![\\p{N}*?])|^[.,]|[.,]$");

  private static final Pattern ACRONYM = Pattern.compile("[*?]*\\p{L}(\\.\\p{L})*\\.?[*?]*");
  private static final Pattern COMMA_OF_THOUSANDS = Pattern.compile(",(?=\\d{3}(\\D|$))");
  private static final Pattern RUN_OF_STARS = Pattern.compile("\\*{2,}");

  private PatternPieces() {}

  /** The pieces of a pattern, folded, those of wildcards alone left out; may be empty. */
  static List<String> of(String pattern) {
    String whole =
        ACRONYM.matcher(pattern).matches()
            ? pattern.replace(".", "")
            : COMMA_OF_THOUSANDS.matcher(pattern).replaceAll("");
    return BORDER
        .splitAsStream(whole)
        .map(PatternPieces::fold)
        .filter(piece -> piece.codePoints().anyMatch(c -> c != '*' && c != '?'))
        .toList();
  }

  static boolean isPattern(String piece) {
    return piece.indexOf('*') >= 0 || piece.indexOf('?') >= 0;
  }

  private static String fold(String piece) {
    String lower = RUN_OF_STARS.matcher(piece.toLowerCase(Locale.ROOT)).replaceAll("*");
    char[] in = lower.replace('’', '\'').replace('‘', '\'').toCharArray();
    char[] out = new char[4 * in.length];
    return new String(out, 0, ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length));
  }
}
