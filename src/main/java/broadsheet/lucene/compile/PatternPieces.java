package broadsheet.lucene.compile;

import broadsheet.lucene.analysis.TermForm;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Cuts a wildcard pattern into words and folds it as the index does. */
final class PatternPieces {

  /** Characters that always separate words. */
  private static final Pattern BORDER =
      Pattern.compile("[^\\p{L}\\p{N}\\p{M}\\p{Pc}\\p{So}\\p{Cf}*?'’‘.,]+");

  /**
   * A dot or comma separates words, unless next to a digit, or to a wildcard, which may match one.
   */
  private static final Pattern DOT =
      Pattern.compile("(?<![\\p{N}*?])[.,](?![\\p{N}*?])|^[.,]|[.,]$");

  private static final Pattern ACRONYM = Pattern.compile("[*?]*\\p{L}(\\.\\p{L})*\\.?[*?]*");
  private static final Pattern COMMA_OF_THOUSANDS = Pattern.compile(",(?=\\d{3}(\\D|$))");
  private static final Pattern RUN_OF_STARS = Pattern.compile("\\*{2,}");

  private PatternPieces() {}

  /**
   * The folded pieces of a pattern; may be empty. A piece of wildcards alone keeps only question
   * marks between characters of scripts without blanks, where each matches one character. An
   * asterisk there matches nothing, since words are found inside longer ones anyway.
   */
  static List<String> of(String pattern) {
    return BORDER
        .splitAsStream(pattern)
        .map(PatternPieces::withoutDots)
        .flatMap(DOT::splitAsStream)
        .map(piece -> RUN_OF_STARS.matcher(TermForm.foldedPattern(piece)).replaceAll("*"))
        .filter(piece -> !isWildcards(piece))
        .flatMap(PatternPieces::characters)
        .toList();
  }

  /** The piece itself or, in a script without blanks, its characters. */
  private static Stream<String> characters(String piece) {
    List<String> characters = new ArrayList<>(TermForm.characters(piece));
    if (characters.size() > 1) {
      characters.removeIf(character -> character.indexOf('*') >= 0 && isWildcards(character));
      while (!characters.isEmpty() && isWildcards(characters.getFirst())) {
        characters.removeFirst();
      }
      while (!characters.isEmpty() && isWildcards(characters.getLast())) {
        characters.removeLast();
      }
    }
    return characters.stream();
  }

  /** Whether it consists of wildcards alone. */
  static boolean isWildcards(String piece) {
    return piece.codePoints().allMatch(c -> c == '*' || c == '?');
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
