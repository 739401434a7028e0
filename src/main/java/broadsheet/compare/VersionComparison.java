package broadsheet.compare;

import java.util.List;

/**
 * Two versions of a text side by side.
 *
 * @param rows in the order of both
 * @param difference all of it in numbers
 */
public record VersionComparison(List<Row> rows, Difference difference) {

  public VersionComparison {
    rows = List.copyOf(rows);
  }

  /**
   * What stands at the same place in both: a paragraph, or several that are parted otherwise.
   *
   * @param first empty where only the second has anything here
   * @param second empty where only the first has
   */
  public record Row(List<Stretch> first, List<Stretch> second) {
    public Row {
      first = List.copyOf(first);
      second = List.copyOf(second);
    }

    /** Whether anything in it differs. */
    public boolean differs() {
      return first.isEmpty()
          || second.isEmpty()
          || first.stream().anyMatch(Stretch::isDifferent)
          || second.stream().anyMatch(Stretch::isDifferent);
    }
  }

  /**
   * A part of a text, never empty; a line feed in it stands between two paragraphs.
   *
   * @param isDifferent whether the other version lacks it at this place
   */
  public record Stretch(String text, boolean isDifferent) {}
}
