package broadsheet.compare;

import java.util.List;

/**
 * A side-by-side diff of two versions of a text.
 *
 * @param rows in the order of both
 * @param difference the totals
 */
public record VersionComparison(List<Row> rows, Difference difference) {

  public VersionComparison {
    rows = List.copyOf(rows);
  }

  /**
   * The same place in both: a paragraph, or several where the paragraph breaks differ.
   *
   * @param first empty where only the second has something here
   * @param second empty where only the first has
   */
  public record Row(List<Stretch> first, List<Stretch> second) {
    public Row {
      first = List.copyOf(first);
      second = List.copyOf(second);
    }

    /** Whether anything in this row differs. */
    public boolean differs() {
      return first.isEmpty()
          || second.isEmpty()
          || first.stream().anyMatch(Stretch::isDifferent)
          || second.stream().anyMatch(Stretch::isDifferent);
    }
  }

  /**
   * A part of a text, never empty; a line feed in it is a paragraph break.
   *
   * @param isDifferent whether the other version lacks it at this place, or has no more of it than
   *     one or two words between changes
   */
  public record Stretch(String text, boolean isDifferent) {}
}
