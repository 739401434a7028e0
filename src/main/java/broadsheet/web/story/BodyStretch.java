package broadsheet.web.story;

import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.MarkedText;
import broadsheet.web.link.PartAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of the body of an article that one page shows. The units of an article are its pages or
 * files, or its paragraphs if it has none. A long page or file is shown in pieces. Immutable.
 *
 * @param first the index of its first unit
 * @param next the index of the unit after its last
 * @param from the index of its first paragraph
 * @param to the index after its last paragraph
 * @param piece the number of the piece of a long unit, from 1; 0 if it is whole
 */
record BodyStretch(int first, int next, int from, int to, int piece) {
  /** The most text of a stretch in UTF-8; a page of it is less than 60 kB when compressed. */
  static final int MOST_BYTES = 90_000;

  /** The stretches in reading order, at least one. */
  static List<BodyStretch> of(MarkedArticle marked, List<PartStart> starts) {
    Units units = new Units(marked.paragraphs(), starts);
    List<BodyStretch> stretches = new ArrayList<>();
    int first = 0;
    for (int unit = 1; unit < units.count(); unit++) {
      if (units.isFull(first, unit)) {
        stretches.addAll(units.stretches(first, unit));
        first = unit;
      }
    }
    stretches.addAll(units.stretches(first, units.count()));
    return stretches;
  }

  boolean has(int paragraph) {
    return paragraph >= from && paragraph < to;
  }

  /** The number of marks in it. */
  int matches(List<MarkedText> paragraphs) {
    return paragraphs.subList(from, to).stream().mapToInt(text -> text.marks().size()).sum();
  }

  /** The pages, files or paragraphs of a body. */
  private static final class Units {
    private final List<MarkedText> paragraphs;
    private final List<PartStart> starts;

    /** The bytes of text before each paragraph. */
    private final long[] before;

    Units(List<MarkedText> paragraphs, List<PartStart> starts) {
      this.paragraphs = paragraphs;
      this.starts = starts;
      this.before = new long[paragraphs.size() + 1];
      for (int i = 0; i < paragraphs.size(); i++) {
        int bytes = paragraphs.get(i).text().getBytes(StandardCharsets.UTF_8).length;
        before[i + 1] = before[i] + bytes;
      }
    }

    int count() {
      return starts.isEmpty() ? paragraphs.size() : starts.size();
    }

    /** Whether a stretch ends before a unit. */
    boolean isFull(int first, int unit) {
      boolean isLong = before[end(unit + 1)] - before[begin(first)] > MOST_BYTES;
      return isLong || (!starts.isEmpty() && unit - first >= PartAddress.MOST_SHOWN);
    }

    /** The stretch of some units, or the pieces of one that is long. */
    List<BodyStretch> stretches(int first, int next) {
      int from = begin(first);
      int to = Math.max(from, end(next));
      List<BodyStretch> pieces = new ArrayList<>();
      for (int at = from + 1; at < to && !starts.isEmpty(); at++) {
        if (before[at + 1] - before[from] > MOST_BYTES) {
          pieces.add(new BodyStretch(first, next, from, at, pieces.size() + 1));
          from = at;
        }
      }
      pieces.add(new BodyStretch(first, next, from, to, pieces.isEmpty() ? 0 : pieces.size() + 1));
      return pieces;
    }

    private int begin(int unit) {
      return starts.isEmpty() || unit == 0 ? unit : starts.get(unit).paragraph();
    }

    /** The index after the last paragraph before a unit, which may begin within that paragraph. */
    private int end(int unit) {
      if (starts.isEmpty() || unit >= starts.size()) {
        return starts.isEmpty() ? unit : paragraphs.size();
      }
      PartStart start = starts.get(unit);
      return start.paragraph() + (start.offset() > 0 ? 1 : 0);
    }
  }
}
