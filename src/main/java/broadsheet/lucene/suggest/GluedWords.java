package broadsheet.lucene.suggest;

import broadsheet.lucene.analysis.TermForm;
import broadsheet.lucene.snapshot.Dictionary;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;

/**
 * Recognises two words that lost the blank between them ({@code TrumpGOP}) and are not worth
 * suggesting. A name with a capital inside ({@code ObamaCare}) is either frequent itself, or one of
 * its halves is rare. Not thread-safe.
 */
final class GluedWords {

  /** Glued words are at least this many times rarer than either of the two. */
  private static final int RARER = 10;

  /** A word in fewer articles is glued if its parts are at all more frequent than that. */
  private static final int FEW = 3;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}'’]+");
  private static final Pattern BORDER = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

  private final Dictionary dictionary;

  GluedWords(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** Whether a text has any. */
  boolean areIn(String text) throws IOException {
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      if (isGlued(words.group())) {
        return true;
      }
    }
    return false;
  }

  private boolean isGlued(String word) throws IOException {
    Matcher border = BORDER.matcher(word);
    while (border.find()) {
      int rarer =
          Math.min(
              articles(word.substring(0, border.start())),
              articles(word.substring(border.start())));
      int articles = articles(word);
      if ((long) (articles < FEW ? FEW : RARER) * articles < rarer) {
        return true;
      }
    }
    return false;
  }

  private int articles(String word) throws IOException {
    return dictionary.documents(new Term(QueryField.BODY.label(), TermForm.foldedPattern(word)));
  }
}
