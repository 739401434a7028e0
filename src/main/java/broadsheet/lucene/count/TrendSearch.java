package broadsheet.lucene.count;

import broadsheet.engine.result.Timeline;
import broadsheet.engine.result.Timeline.Unit;
import broadsheet.engine.result.Trends;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows the hits of queries over time. Not thread-safe. */
public record TrendSearch(Lines counting) {

  /** The port to what counts: one index, or all shards of an archive. */
  public interface Lines {
    /** The hits of each query. */
    List<DatedLine> of(List<QueryNode> queries) throws IOException;
  }

  /** See {@link broadsheet.engine.SearchEngine#timeline}. */
  public Timeline timeline(QueryNode query, Optional<Unit> unit) throws IOException {
    List<DatedLine> lines = counting.of(List.of(query));
    return lines.getFirst().by(unit.orElseGet(() -> fitting(lines)));
  }

  /** See {@link broadsheet.engine.SearchEngine#trends}. */
  public Trends trends(List<QueryNode> queries, Optional<Unit> wanted) throws IOException {
    List<QueryNode> asked = new ArrayList<>(queries);
    asked.add(new QueryNode.Everything());
    List<DatedLine> all = counting.of(asked);
    List<DatedLine> lines = all.subList(0, queries.size());
    Unit unit = wanted.orElseGet(() -> fitting(lines));
    return new Trends(
        lines.stream().map(line -> new Trends.Line(line.by(unit), line.notes())).toList(),
        all.getLast().by(unit));
  }

  private static Unit fitting(List<DatedLine> lines) {
    return DatedHits.fittingUnit(lines.stream().map(DatedLine::hits).toList());
  }
}
