package broadsheet.lucene.analysis;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

/** Splits typed text into the pieces that are searched for as words. Stateless. */
public final class WordPieces {

  private static final Analyzer BOUNDARIES = new StandardAnalyzer(CharArraySet.EMPTY_SET);

  private WordPieces() {}

  /**
   * The pieces of a word that must occur anywhere in an article.
   *
   * @param word the word as typed, without blanks
   * @return the word alone, unless it is a long run without blanks
   */
  public static List<String> of(String word) {
    return CharacterRun.of(word).map(CharacterRun::required).orElseGet(() -> List.of(word));
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
}
