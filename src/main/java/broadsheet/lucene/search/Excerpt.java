package broadsheet.lucene.search;

import broadsheet.engine.MarkedText;
import broadsheet.engine.MarkedText.Mark;
import broadsheet.lucene.analysis.Sentences;
import java.util.ArrayList;
import java.util.List;

/** Cuts a part out of a text, showing by an ellipsis where a sentence was cut. Stateless. */
final class Excerpt {

  /** A longer sentence is cut, at a word's border. In UTF-16 units. */
  private static final int MAX_LENGTH = 320;

  /** How much of a long sentence is kept before its first mark. */
  private static final int LEAD_IN = 100;

  private static final int TITLE_LENGTH = 90;
  private static final String ELLIPSIS = "…";

  private Excerpt() {}

  /** The stretch from start to end, or what of it surrounds its first mark when it is too long. */
  static MarkedText of(MarkedText text, int start, int end) {
    if (end - start <= MAX_LENGTH) {
      return text.slice(start, end);
    }
    Mark first =
        text.marks().stream()
            .filter(mark -> mark.end() > start)
            .findFirst()
            .orElse(new Mark(start, start + 1));
    int from =
        first.start() - start <= LEAD_IN ? start : wordStart(text.text(), first.start() - LEAD_IN);
    int to = Math.min(end, Math.max(from + MAX_LENGTH, first.end()));
    to = to == end ? end : Math.max(first.end(), wordEnd(text.text(), to));
    return cut(text, from, to, from > start, to < end);
  }

  /** The first sentence, unmarked. */
  static MarkedText opening(MarkedText text) {
    var sentences = Sentences.around(text.text(), 0, 1);
    int end = sentences.isEmpty() ? text.text().length() : sentences.getFirst().end();
    return of(MarkedText.unmarked(text.text()), 0, end);
  }

  /** The opening words with their marks, in the place of a headline. */
  static MarkedText headline(MarkedText text) {
    int line = text.text().indexOf('\n');
    int end = line < 0 ? text.text().length() : line;
    return end <= TITLE_LENGTH
        ? text.slice(0, end)
        : cut(text, 0, wordEnd(text.text(), TITLE_LENGTH), false, true);
  }

  private static MarkedText cut(
      MarkedText text, int start, int end, boolean isCutBefore, boolean isCutAfter) {
    MarkedText part = text.slice(start, end);
    String before = isCutBefore ? ELLIPSIS + " " : "";
    String after = isCutAfter ? " " + ELLIPSIS : "";
    List<Mark> marks = new ArrayList<>();
    for (Mark mark : part.marks()) {
      marks.add(new Mark(mark.start() + before.length(), mark.end() + before.length()));
    }
    return new MarkedText(before + part.text() + after, marks);
  }

  /** The start of a word near that place, not after it by more than a word. */
  private static int wordStart(String text, int near) {
    int blank = text.indexOf(' ', near);
    return blank < 0 || blank - near > LEAD_IN / 2 ? notInPair(text, near) : blank + 1;
  }

  /** The end of the last word that ends before that place. */
  private static int wordEnd(String text, int near) {
    int blank = text.lastIndexOf(' ', near);
    return near - blank > LEAD_IN / 2 ? notInPair(text, near) : blank;
  }

  private static int notInPair(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }
}
