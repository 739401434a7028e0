package broadsheet.engine.result;

import java.util.List;

/**
 * Several queries over time, all in the same unit and counted in one state of the index. Immutable.
 *
 * @param lines one per query, in their order
 * @param all every article under the same filters, as the total for shares
 */
public record Trends(List<Line> lines, Timeline all) {

  /** The most periods of a chart or table that can still be told apart. */
  public static final int MOST_PERIODS = 400;

  /**
   * One query over time.
   *
   * @param timeline its hits
   * @param notes the parts of the query that the engine left out or cut short
   */
  public record Line(Timeline timeline, List<Note> notes) {
    public Line {
      notes = List.copyOf(notes);
    }
  }

  public Trends {
    lines = List.copyOf(lines);
  }
}
