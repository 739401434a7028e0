package broadsheet.lucene.gather;

import broadsheet.engine.request.Filters;
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
    List<Line> lines = lines(List.of(query));
    return lines.getFirst().told(PartDates.timelines(dates(lines), unit, List.of()).getFirst());
  }

  Trends trends(List<QueryNode> queries, Optional<Timeline.Unit> unit) throws IOException {
    List<QueryNode> asked = new ArrayList<>(queries);
    asked.add(new QueryNode.Everything());
    List<Line> lines = lines(asked);
    int last = queries.size();
    List<Timeline> timelines =
        PartDates.timelines(
            dates(lines.subList(0, last)), unit, dates(lines.subList(last, last + 1)));
    List<Trends.Line> told = new ArrayList<>();
    for (int i = 0; i < last; i++) {
      Timeline counted = timelines.get(i);
      Line line = lines.get(i);
      told.add(new Trends.Line(line.told(counted), line.notes(counted)));
    }
    return new Trends(told, lines.getLast().told(timelines.getLast()));
  }

  /**
   * The hits of a query over time.
   *
   * @param compiler the one that compiled it
   * @param dates of the hits of each shard
   */
  private record Line(
      QueryNode query, LanguageCompiler compiler, List<PartDates> dates, ShardedRequest sharded) {

    Timeline told(Timeline counted) {
      return counted.and(compiler.completeness(query)).and(sharded.completeness(true));
    }

    List<Note> notes(Timeline counted) {
      List<Note> notes = new ArrayList<>(compiler.notes());
      if (!counted.isComplete()) {
        notes.add(sharded.client().countedNote());
      }
      notes.addAll(sharded.notes());
      return notes;
    }
  }

  private List<Line> lines(List<QueryNode> queries) throws IOException {
    List<LanguageCompiler> compilers =
        queries.stream().map(query -> sharded.prepare(query, filters)).toList();
    List<List<PartDates>> shards = sharded.ask(new SearchQuestion.OfDates(queries, filters));
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      int place = i;
      List<PartDates> dates = shards.stream().map(shard -> shard.get(place)).toList();
      lines.add(new Line(queries.get(i), compilers.get(i), dates, sharded));
    }
    return lines;
  }

  private static List<List<PartDates>> dates(List<Line> lines) {
    return lines.stream().map(Line::dates).toList();
  }
}
