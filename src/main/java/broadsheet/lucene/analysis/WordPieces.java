package broadsheet.lucene.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

/**
 * Splits typed text into the pieces that are searched for as words. Stateless.
 *
 * <p>In scripts without blanks between words, a short run of characters is one word and is searched
 * as it is. A longer run is several words without visible boundaries, and is searched by its
 * overlapping pairs of characters, as in Lucene's {@code CJKBigramFilter}.
 */
public final class WordPieces {

  /** The longest run of characters that is searched as it is. */
  static final int SHORT_RUN = 4;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\p{P}\\p{S}\\p{Z}\\s]+");

  private static final Analyzer BOUNDARIES = new StandardAnalyzer(CharArraySet.EMPTY_SET);

  private WordPieces() {}

  /**
   * The pieces of a word that must occur anywhere in an article.
   *
   * @param word the word as typed, without blanks
   * @return the word alone, unless it is a long run without blanks
   */
  public static List<String> of(String word) {
    if (!hasLongRun(word)) {
      return List.of(word);
    }
    List<String> pieces = new ArrayList<>();
    for (String part : BETWEEN_WORDS.split(word, -1)) {
      addPieces(part, pieces);
    }
    return pieces;
  }

  /**
   * The pieces of a word when an article need not have all of them: also the parts of {@code
   * well-being}, but {@code bbc.co.uk} and {@code 1,000} as they are, by the Unicode word
   * boundaries (UAX #29).
   *
   * @param word the word as typed, without blanks
   * @return at least one piece, unless the word holds nothing that can be searched
   */
  public static List<String> single(String word) {
    List<QueryWord> words = QueryWord.in(word, ArticleAnalyzer.forKeywords());
    if (words.size() < 2) {
      return words.isEmpty() ? List.of() : List.of(word);
    }
    boolean isUnspaced = words.stream().anyMatch(part -> TermForm.isUnspaced(part.folded()));
    return isUnspaced ? of(word) : parts(word);
  }

  private static List<String> parts(String word) {
    return QueryWord.in(word, BOUNDARIES).stream()
        .map(QueryWord::exact)
        .filter(part -> !QueryWord.in(part, ArticleAnalyzer.forKeywords()).isEmpty())
        .toList();
  }

  private static boolean hasLongRun(String word) {
    return word.codePoints().filter(UnspacedScriptsFilter::isUnspaced).count() > SHORT_RUN
        && characters(word).stream().filter(TermForm::isUnspaced).count() > SHORT_RUN;
  }

  private static List<String> characters(String word) {
    return QueryWord.in(word, ArticleAnalyzer.forKeywords()).stream()
        .map(QueryWord::exact)
        .toList();
  }

  private static void addPieces(String part, List<String> pieces) {
    List<String> characters = characters(part);
    for (int i = 0; i < characters.size(); i++) {
      String piece = characters.get(i);
      if (!TermForm.isUnspaced(piece)) {
        pieces.add(piece);
        continue;
      }
      boolean isPaired = i > 0 && TermForm.isUnspaced(characters.get(i - 1));
      boolean goesOn = i + 1 < characters.size() && TermForm.isUnspaced(characters.get(i + 1));
      if (isPaired) {
        pieces.add(characters.get(i - 1) + piece);
      } else if (!goesOn) {
        pieces.add(piece);
      }
    }
  }
}
