package broadsheet.lucene.suggest;

import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.part.IndexParts;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Counts the articles of queries in place of the one that was asked. Stateless. */
final class QueryCounts {

  /** The share of the time for this. */
  private static final double SHARE = 0.2;

  private QueryCounts() {}

  /** The number of articles of an archive that match each query, with the filters. */
  static List<Long> of(List<QueryNode> queries, CompiledRequest asked, IndexParts parts)
      throws IOException {
    if (!parts.isOne()) {
      of(queries, asked); // without articles: looks up terms
    }
    List<List<Long>> all =
        parts.ask(new RequestQuestion.CountsQuestion(asked.request(), List.copyOf(queries)));
    return IntStream.range(0, queries.size())
        .mapToObj(i -> all.stream().mapToLong(part -> part.get(i)).sum())
        .toList();
  }

  /** The number of articles of a part that match each query; 0 where there is no time. */
  static List<Long> of(List<QueryNode> queries, CompiledRequest asked) throws IOException {
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
