package broadsheet.web.page;

import java.util.List;

/**
 * Lines over time, as {@code chart.jte} draws them. Places are in percent of the room the chart
 * has, as an SVG takes them: so it fits any width, and its text keeps its size.
 *
 * @param label what it shows, for those who do not see it
 * @param rows the ticks of the upright axis, from 0 up
 * @param columns the ticks of the axis of time
 * @param lines no more than {@value #MOST_LINES}
 * @param isDense whether there are so many points that their marks must be small
 */
public record Chart(
    String label, List<Tick> rows, List<Tick> columns, List<Line> lines, boolean isDense) {

  /** So many lines can be told from each other. */
  public static final int MOST_LINES = 6;

  /** So many points in one line still have room for full marks. */
  private static final int MOST_AIRY = 60;

  /**
   * A labelled place on an axis.
   *
   * @param at in percent: {@code 12.50}
   * @param label what it is
   * @param more a second line under it; may be empty
   * @param isSpare whether it may be left out where there is little room
   */
  public record Tick(String at, String label, String more, boolean isSpare) {}

  /**
   * One line.
   *
   * @param number from 1; says how it is drawn
   * @param path its stretches, in thousandths of the room: the commands of an SVG path
   * @param points what on it can be followed
   */
  public record Line(int number, String path, List<Point> points) {}

  /**
   * A point that leads somewhere.
   *
   * @param x in percent
   * @param y in percent
   * @param title what it stands for, in words
   */
  public record Point(String x, String y, String href, String title) {}

  public Chart {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
    if (lines.size() > MOST_LINES) {
      throw new IllegalArgumentException("more lines than can be told apart: " + lines.size());
    }
  }

  /**
   * A chart.
   *
   * @param places how many points a line may have at most
   */
  public static Chart of(
      String label, List<Tick> rows, List<Tick> columns, List<Line> lines, int places) {
    return new Chart(label, rows, columns, lines, places > MOST_AIRY);
  }
}
