package broadsheet.lucene.mark;

import broadsheet.article.Headline;
import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.MarkedText.Mark;
import broadsheet.lucene.analysis.Sentences;
import java.util.List;

/** Cuts an excerpt from a text, with an ellipsis where a sentence is cut. Stateless. */
final class Excerpt {

  /** A longer sentence is cut at a word boundary. In UTF-16 units. */
  private static final int MAX_LENGTH = 320;

  /** Number of characters of a long sentence to keep before its first mark. */
  private static final int LEAD_IN = 100;

  /** A passage shown alone may take as much room as two sentences with marks. */
  private static final int LONGEST = 2 * MAX_LENGTH;

  private static final String ELLIPSIS = "…";

  private Excerpt() {}

  /** The passage or, if it is too long, the part with the most marks. */
  static MarkedText of(Passage passage) {
    MarkedText text = passage.text();
    int start = passage.start();
    int end = passage.end();
    if (end - start <= MAX_LENGTH) {
      return cut(passage, start, end);
    }
    Mark first = passage.marks().isEmpty() ? new Mark(start, start + 1) : densest(passage.marks());
    int from =
        first.start() - start <= LEAD_IN ? start : wordStart(text.text(), first.start() - LEAD_IN);
    int to = Math.min(end, Math.max(from + MAX_LENGTH, first.end()));
    return cut(passage, from, to == end ? end : Math.max(first.end(), wordEnd(text.text(), to)));
  }

  /** The first mark with the most other marks shortly after it. */
  private static Mark densest(List<Mark> marks) {
    Mark densest = marks.getFirst();
    int most = 0;
    int end = 0;
    for (int i = 0; i < marks.size(); i++) {
      while (end < marks.size()
          && marks.get(end).end() - marks.get(i).start() <= MAX_LENGTH - LEAD_IN) {
        end++;
      }
      if (end - i > most) {
        most = end - i;
        densest = marks.get(i);
      }
    }
    return densest;
  }

  /** A part of a text, unmarked; cut at its end where it is very long. */
  static MarkedText whole(String text, int start, int end) {
    Passage passage = new Passage(MarkedText.unmarked(text), start, end, List.of());
    return cut(passage, start, end - start <= LONGEST ? end : wordEnd(text, start + LONGEST));
  }

  /** The sentence at an offset, or the whole text if there is none, unmarked. */
  static MarkedText opening(String text, int at) {
    var sentences = Sentences.around(text, at, at + 1);
    int start = at == 0 || sentences.isEmpty() ? 0 : sentences.getFirst().start();
    int end = sentences.isEmpty() ? text.length() : sentences.getFirst().end();
    return of(new Passage(MarkedText.unmarked(text), start, end, List.of()));
  }

  /** The opening words with their marks, as a substitute for a headline. */
  static MarkedText headline(MarkedText text) {
    int end = Headline.end(text.text());
    int further = Headline.isCut(text.text()) ? end + 1 : end;
    return cut(new Passage(text, 0, further, text.marks()), 0, end);
  }

  /** The part from start to end, with an ellipsis on each side where the passage continues. */
  private static MarkedText cut(Passage passage, int start, int end) {
    String before = start > passage.start() ? ELLIPSIS + " " : "";
    String after = end < passage.end() ? " " + ELLIPSIS : "";
    int shift = before.length() - start;
    List<Mark> marks =
        passage.marks().stream()
            .filter(mark -> mark.start() >= start && mark.start() < end)
            .map(m -> new Mark(m.start() + shift, Math.min(m.end(), end) + shift))
            .toList();
    String part = passage.text().text().substring(start, end).replace('\n', ' ');
    return new MarkedText(before + part + after, marks);
  }

  /** The start of a word near an offset, at most a word after it. */
  private static int wordStart(String text, int near) {
    int blank = text.indexOf(' ', near);
    return blank < 0 || blank - near > LEAD_IN / 2 ? notInPair(text, near) : blank + 1;
  }

  /** The end of the last word that ends before an offset. */
  private static int wordEnd(String text, int near) {
    int blank = text.lastIndexOf(' ', near);
    return near - blank > LEAD_IN / 2 ? notInPair(text, near) : blank;
  }

  private static int notInPair(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }
}
