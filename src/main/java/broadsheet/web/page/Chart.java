package broadsheet.web.page;

import broadsheet.operation.Parameters;
import java.util.List;

/**
 * Lines over time, drawn by {@code chart.jte}. Positions are percentages of the chart area, so the
 * chart fits any width while its text keeps its size.
 *
 * @param label a description for screen readers
 * @param rows the ticks of the vertical axis, from 0 up
 * @param columns the ticks of the time axis
 * @param lines no more than {@value #MOST_LINES}
 * @param isDense whether there are so many points that only the one pointed at has a mark
 */
public record Chart(
    String label, List<Tick> rows, List<Tick> columns, List<Line> lines, boolean isDense) {

  /** The most lines that can still be distinguished. */
  public static final int MOST_LINES = Parameters.MOST_QUERIES;

  /** The most points per line that leave room for marks. */
  private static final int MOST_AIRY = 40;

  /**
   * A labelled tick on an axis.
   *
   * @param at in percent: {@code 12.50}
   * @param label the text
   * @param more a second line of text; may be empty
   * @param isSpare whether it may be left out if space is short
   */
  public record Tick(String at, String label, String more, boolean isSpare) {}

  /**
   * One line.
   *
   * @param number from 1; decides colour and mark
   * @param path its stretches, in thousandths of the chart area: the commands of an SVG path
   * @param points the points that are links
   */
  public record Line(int number, String path, List<Point> points) {}

  /**
   * A point that is a link.
   *
   * @param x in percent
   * @param y in percent
   * @param title its meaning in words
   */
  public record Point(String x, String y, String href, String title) {}

  public Chart {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
    if (lines.size() > MOST_LINES) {
      throw new IllegalArgumentException("too many lines to tell apart: " + lines.size());
    }
  }

  /**
   * Builds a chart.
   *
   * @param places the most points a line may have
   */
  public static Chart of(
      String label, List<Tick> rows, List<Tick> columns, List<Line> lines, int places) {
    return new Chart(label, rows, columns, lines, places > MOST_AIRY);
  }
}
