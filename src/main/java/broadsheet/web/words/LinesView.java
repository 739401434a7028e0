package broadsheet.web.words;

import broadsheet.engine.words.Concordance;
import broadsheet.web.page.HitMoment;
import broadsheet.web.page.QueryView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a concordance, as JSON.
 *
 * @param query the query, how it was read, and notes on what is not exact
 * @param total the number of lines on all pages; null where not all were counted
 * @param next the {@code after} of the next page; null at the end
 * @param forms what was counted; null where that is not told
 */
public record LinesView(
    QueryView query,
    @Nullable Long total,
    List<Line> lines,
    @Nullable String next,
    ExtentView articles,
    @Nullable FormsView forms) {

  /**
   * A line.
   *
   * @param id the id of the article
   * @param publishedAt as precise as known; null if unknown
   * @param source null if unknown
   * @param part the text it stands in: {@code body}, {@code title} and so on
   * @param start the offset of the match in that text
   * @param at when its recording says it, in seconds; null if it has none
   */
  public record Line(
      String id,
      @Nullable String publishedAt,
      @Nullable String source,
      String part,
      int start,
      String left,
      String match,
      String right,
      @Nullable Double at) {

    static Line of(Concordance.Line line) {
      return new Line(
          line.id(),
          filledOrNull(line.publishedAt().iso()),
          filledOrNull(line.source()),
          line.part().label(),
          line.start(),
          line.left(),
          line.match(),
          line.right(),
          line.moment().map(HitMoment::seconds).orElse(null));
    }

    private static @Nullable String filledOrNull(String text) {
      return text.isEmpty() ? null : text;
    }
  }

  static LinesView of(Concordance found, QueryView query, @Nullable FormsView forms) {
    return new LinesView(
        query,
        found.total().isPresent() ? Long.valueOf(found.total().getAsLong()) : null,
        found.lines().stream().map(Line::of).toList(),
        found.next().orElse(null),
        ExtentView.of(found.extent()),
        forms);
  }
}
