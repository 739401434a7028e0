package broadsheet.engine.result;

import java.util.List;

/**
 * Plain text with the matches of a query marked. It holds no markup: the caller escapes the text
 * and draws the marks. Immutable.
 *
 * @param marks in order, within the text, neither touching nor overlapping
 */
public record MarkedText(String text, List<Mark> marks) {

  /** A range of text in UTF-16 units, {@code end} exclusive; never empty. */
  public record Mark(int start, int end) {
    public Mark {
      if (start < 0 || end <= start) {
        throw new IllegalArgumentException("not a mark: " + start + " to " + end);
      }
    }
  }

  /**
   * @throws IllegalArgumentException when marks overlap, are out of order or exceed the text
   */
  public MarkedText {
    marks = List.copyOf(marks);
    int previousEnd = 0;
    for (Mark mark : marks) {
      if (mark.start() < previousEnd || mark.end() > text.length()) {
        throw new IllegalArgumentException("misplaced mark " + mark + " in " + text.length());
      }
      previousEnd = mark.end();
    }
  }

  public static MarkedText unmarked(String text) {
    return new MarkedText(text, List.of());
  }

  /** This text after another, unmarked one. */
  public MarkedText after(String before) {
    int shift = before.length();
    return new MarkedText(
        before + text,
        marks.stream().map(m -> new Mark(m.start() + shift, m.end() + shift)).toList());
  }

  /** A stretch of it, which begins and ends outside its marks. */
  public MarkedText part(int start, int end) {
    return new MarkedText(
        text.substring(start, end),
        marks.stream()
            .filter(m -> m.start() >= start && m.end() <= end)
            .map(m -> new Mark(m.start() - start, m.end() - start))
            .toList());
  }

  public boolean isMarked() {
    return !marks.isEmpty();
  }
}
