package broadsheet.lucene.analysis;

import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttributeImpl;
import org.apache.lucene.util.BytesRef;

/**
 * Tells folded words from the other forms among the terms of a text field: from stems, markers and
 * words with accents. Every place of the text has one folded word, so their frequencies add up to
 * the number of words. Not thread-safe.
 */
public final class FoldedForms {

  private final WordForms forms = new WordForms(StemmedLanguages.UNSTEMMED);
  private final CharTermAttribute folded = new CharTermAttributeImpl();

  /** Whether a term is a folded word. */
  public boolean has(BytesRef term) {
    return TermForm.isPrinted(term) && (isPlain(term) || isFolded(term.utf8ToString()));
  }

  private static boolean isPlain(BytesRef term) {
    for (int i = term.offset; i < term.offset + term.length; i++) {
      byte c = term.bytes[i];
      boolean isLetterOrDigit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!isLetterOrDigit) {
        return false;
      }
    }
    return true;
  }

  private boolean isFolded(String word) {
    forms.of(word.toCharArray(), word.length());
    forms.copyFolded(folded);
    return word.contentEquals(folded);
  }
}
