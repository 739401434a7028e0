package broadsheet.engine.result;

import java.util.List;
import java.util.stream.Stream;

/**
 * Plain text with the matches of a query marked. It holds no markup: the caller escapes the text
 * and draws the marks. Immutable.
 *
 * @param marks in order, within the text, neither touching nor overlapping
 */
public record MarkedText(String text, List<Mark> marks) {
  private static final String ELLIPSIS = "…";

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

  /** Snippets of one text as one, with an ellipsis between each two. */
  public static MarkedText joined(List<MarkedText> snippets) {
    return snippets.stream().reduce(MarkedText::then).orElse(unmarked(""));
  }

  private MarkedText then(MarkedText next) {
    boolean isOpen = text.endsWith(ELLIPSIS);
    boolean isOpened = next.text.startsWith(ELLIPSIS);
    String own = isOpen && isOpened ? text.substring(0, text.length() - 1).stripTrailing() : text;
    MarkedText rest = next.after(own + (isOpen || isOpened ? " " : " " + ELLIPSIS + " "));
    return new MarkedText(rest.text, Stream.concat(marks.stream(), rest.marks.stream()).toList());
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
