package broadsheet.lucene.gather;

import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Note;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.count.DatedLine;
import broadsheet.lucene.count.PartDates;
import broadsheet.lucene.count.TrendSearch;
import broadsheet.lucene.shard.SearchQuestion;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Counts what queries find in all shards over time. Not thread-safe. */
record GatheredLines(Filters filters, ShardedRequest sharded) implements TrendSearch.Lines {

  @Override
  public List<DatedLine> of(List<QueryNode> queries) throws IOException {
    List<LanguageCompiler> compilers =
        queries.stream().map(query -> sharded.prepare(query, filters)).toList();
    List<List<PartDates>> shards = sharded.ask(new SearchQuestion.OfDates(queries, filters));
    List<DatedLine> lines = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      int place = i;
      lines.add(
          line(
              shards.stream().map(shard -> shard.get(place)).toList(),
              queries.get(i),
              compilers.get(i)));
    }
    return lines;
  }

  private DatedLine line(List<PartDates> shards, QueryNode query, LanguageCompiler compiler) {
    List<Note> notes = new ArrayList<>(compiler.notes());
    if (!shards.stream().allMatch(PartDates::isComplete)) {
      notes.add(sharded.client().countedNote());
    }
    notes.addAll(sharded.notes());
    return DatedLine.of(shards, compiler.completeness(query).or(sharded.completeness(true)), notes);
  }
}
