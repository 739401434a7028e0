package broadsheet.lucene.suggest;

import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Counts the articles of queries in place of the one that was asked. Stateless. */
public final class QueryCounts {

  /** The share of the time for this. */
  private static final double SHARE = 0.2;

  private QueryCounts() {}

  /** The number of articles that match each query, with the filters; 0 where there is no time. */
  public static List<Long> of(List<QueryNode> queries, CompiledRequest asked) throws IOException {
    Alternatives alternatives =
        new Alternatives(
            asked.budget().snapshot(), asked.filters(), asked.budget().finding().part(SHARE));
    List<Long> counts = new ArrayList<>();
    for (QueryNode query : queries) {
      counts.add((long) alternatives.count(query));
    }
    return counts;
  }
}
