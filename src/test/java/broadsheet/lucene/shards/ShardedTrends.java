package broadsheet.lucene.shards;

import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.Timeline;
import broadsheet.engine.result.Trends;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.count.ShardCounts.Line;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;

/** Counts what queries find over time, on all shards. Not thread-safe. */
final class ShardedTrends {

  private final FilterClause narrowing;
  private final Round round;

  ShardedTrends(Filters filters, Round round) {
    narrowing = FilterClause.to(filters);
    this.round = round;
  }

  Timeline timeline(QueryNode query, Optional<Timeline.Unit> unit) throws IOException {
    return Line.timelines(List.of(line(query)), unit).getFirst();
  }

  Trends trends(List<QueryNode> queries, Optional<Timeline.Unit> wanted) throws IOException {
    Line all = line(new QueryNode.Everything());
    List<Line> lines = new ArrayList<>();
    for (QueryNode query : queries) {
      lines.add(line(query));
    }
    List<Timeline> timelines = Line.timelines(lines, wanted);
    List<Trends.Line> told = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      told.add(new Trends.Line(timelines.get(i), notes(queries.get(i), timelines.get(i))));
    }
    return new Trends(told, Line.all(lines, wanted, all));
  }

  private List<Note> notes(QueryNode query, Timeline timeline) {
    LanguageCompiler compiler = LanguageCompiler.within(round.client());
    compiler.compile(query);
    List<Note> notes = new ArrayList<>(compiler.notes());
    if (!timeline.isComplete()) {
      notes.add(round.client().countedNote());
    }
    return notes;
  }

  private Line line(QueryNode query) throws IOException {
    List<FacetsCollector> hits = new ArrayList<>();
    boolean isComplete = true;
    for (SearchBudget shard : round.shards()) {
      BoundedSearcher finder = shard.finder();
      LanguageCompiler compiler = LanguageCompiler.within(shard);
      hits.add(finder.search(narrowing.of(compiler.compile(query)), new FacetsCollectorManager()));
      isComplete &= !finder.isCut();
    }
    return Line.of(hits, isComplete);
  }
}
