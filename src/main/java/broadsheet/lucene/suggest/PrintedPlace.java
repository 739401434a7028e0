package broadsheet.lucene.suggest;

import broadsheet.lucene.analysis.PrintedWord;
import broadsheet.lucene.schema.StoredArticle;
import java.util.List;

/**
 * A place where something stands in print, and how the text goes on there.
 *
 * @param text from there on, no further than the end of the paragraph
 * @param words the first ones of that text
 */
record PrintedPlace(String text, List<PrintedWord> words) {

  /** As much of a text as matters here; a headline is no longer. */
  private static final int LENGTH = 200;

  /**
   * What stands at one place of a text.
   *
   * @param most so many words are wanted
   */
  static PrintedPlace at(String text, int start, int most) {
    int paragraph = text.indexOf(StoredArticle.PARAGRAPH_BREAK, start);
    int end = Math.min(paragraph < 0 ? text.length() : paragraph, start + LENGTH);
    String rest = text.substring(Math.min(start, end), end);
    return new PrintedPlace(rest, PrintedWord.in(rest, most));
  }

  /** Whether it begins with these words and after them one with this prefix. */
  boolean continues(List<String> context, String prefix) {
    int at = context.size();
    return words.size() > at
        && words.get(at).folded().startsWith(prefix)
        && words.subList(0, at).stream().map(PrintedWord::folded).toList().equals(context);
  }
}
