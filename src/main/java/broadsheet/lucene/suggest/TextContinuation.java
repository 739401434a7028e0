package broadsheet.lucene.suggest;

import broadsheet.lucene.analysis.SurfaceWord;
import broadsheet.lucene.schema.StoredArticle;
import java.util.List;

/**
 * An occurrence in print, with the text that follows.
 *
 * @param text from the occurrence on, at most to the end of the paragraph
 * @param words the first words of that text
 */
public record TextContinuation(String text, List<SurfaceWord> words) {

  /** Number of characters of a text to keep; a headline is no longer. */
  private static final int LENGTH = 200;

  /**
   * The occurrence at an offset of a text.
   *
   * @param most the number of words wanted
   */
  static TextContinuation at(String text, int start, int most) {
    int paragraph = text.indexOf(StoredArticle.PARAGRAPH_BREAK, start);
    int end = Math.min(paragraph < 0 ? text.length() : paragraph, start + LENGTH);
    String rest = text.substring(Math.min(start, end), end);
    return new TextContinuation(rest, SurfaceWord.in(rest, most));
  }

  /** Whether it begins with these words, followed by one with this prefix. */
  boolean continues(List<String> context, String prefix) {
    int at = context.size();
    return words.size() > at
        && words.get(at).folded().startsWith(prefix)
        && words.subList(0, at).stream().map(SurfaceWord::folded).toList().equals(context);
  }
}
