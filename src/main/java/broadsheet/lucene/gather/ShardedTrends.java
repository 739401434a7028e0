package broadsheet.lucene.gather;

import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.Timeline;
import broadsheet.engine.result.Trends;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.count.PartDates;
import broadsheet.lucene.shard.SearchQuestion;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts what queries find over time, on all shards. Not thread-safe. */
record ShardedTrends(Filters filters, ShardedRequest sharded) {

  Timeline timeline(QueryNode query, Optional<Timeline.Unit> unit) throws IOException {
    return told(PartDates.timelines(lines(List.of(query)), unit, List.of()).getFirst(), query);
  }

  Trends trends(List<QueryNode> queries, Optional<Timeline.Unit> unit) throws IOException {
    List<QueryNode> asked = new ArrayList<>(queries);
    asked.add(new QueryNode.Everything());
    List<List<PartDates>> lines = lines(asked);
    int last = queries.size();
    List<Timeline> timelines =
        PartDates.timelines(lines.subList(0, last), unit, lines.subList(last, last + 1));
    List<Trends.Line> told = new ArrayList<>();
    for (int i = 0; i < last; i++) {
      Timeline timeline = told(timelines.get(i), queries.get(i));
      told.add(new Trends.Line(timeline, notes(queries.get(i), timelines.get(i))));
    }
    return new Trends(told, told(timelines.getLast(), asked.getLast()));
  }

  /** What all shards found for each query. */
  private List<List<PartDates>> lines(List<QueryNode> queries) throws IOException {
    queries.forEach(query -> sharded.prepare(query, filters));
    List<List<PartDates>> shards = sharded.ask(new SearchQuestion.OfDates(queries, filters));
    List<List<PartDates>> lines = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      int line = i;
      lines.add(shards.stream().map(shard -> shard.get(line)).toList());
    }
    return lines;
  }

  private Timeline told(Timeline line, QueryNode query) {
    LanguageCompiler compiler = LanguageCompiler.within(sharded.client());
    return line.and(compiler.completeness(query))
        .and(sharded.isWhole() ? Completeness.WHOLE : Completeness.PART_UNREACHABLE);
  }

  private List<Note> notes(QueryNode query, Timeline counted) {
    LanguageCompiler compiler = LanguageCompiler.within(sharded.client());
    compiler.compile(query);
    List<Note> notes = new ArrayList<>(compiler.notes());
    if (!counted.isComplete()) {
      notes.add(sharded.client().countedNote());
    }
    notes.addAll(sharded.notes());
    return notes;
  }
}
