package broadsheet.lucene.count;

import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.Timeline;
import broadsheet.engine.result.Timeline.Unit;
import broadsheet.engine.result.Trends;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts what queries find over time, each in one pass. Not thread-safe. */
public final class TrendSearch {

  private final FilterClause narrowing;
  private final SearchBudget budget;

  public TrendSearch(Filters filters, SearchBudget budget) {
    narrowing = FilterClause.to(filters);
    this.budget = budget;
  }

  /** The result of one query within its time. */
  private record Counted(
      DatedHits hits, boolean isComplete, Completeness ofQuery, List<Note> notes) {
    Timeline by(Unit unit) {
      return hits.by(unit, isComplete).and(ofQuery);
    }
  }

  /** See {@link broadsheet.engine.SearchEngine#timeline}. */
  public Timeline timeline(QueryNode query, Optional<Unit> unit) throws IOException {
    Counted counted = counted(query, budget);
    return counted.by(unit.orElseGet(() -> DatedHits.fittingUnit(List.of(counted.hits()))));
  }

  /**
   * See {@link broadsheet.engine.SearchEngine#trends}. Each query gets the same share of time;
   * those that ran out of it are tried again in the time that the others did not use.
   */
  public Trends trends(List<QueryNode> queries, Optional<Unit> wanted) throws IOException {
    Counted all = counted(new QueryNode.Everything(), budget.part(1.0 / (queries.size() + 1)));
    List<Counted> counted = new ArrayList<>();
    for (QueryNode query : queries) {
      counted.add(counted(query, budget.part(1.0 / (queries.size() - counted.size()))));
    }
    for (int i = 0; i < queries.size(); i++) {
      if (!counted.get(i).isComplete() && !budget.finding().isPast()) {
        counted.set(i, counted(queries.get(i), budget));
      }
    }
    Unit unit =
        wanted.orElseGet(() -> DatedHits.fittingUnit(counted.stream().map(Counted::hits).toList()));
    return new Trends(
        counted.stream().map(line -> new Trends.Line(line.by(unit), line.notes())).toList(),
        all.by(unit));
  }

  private Counted counted(QueryNode query, SearchBudget own) throws IOException {
    LanguageCompiler compiler = LanguageCompiler.within(own);
    BoundedSearcher finder = own.finder();
    HitSet hits = HitSet.of(narrowing.of(compiler.compile(query)), finder);
    List<Note> notes = new ArrayList<>(compiler.notes());
    if (finder.isCut()) {
      notes.add(own.countedNote());
    }
    return new Counted(
        TimelineCounter.dated(hits), !finder.isCut(), compiler.completeness(query), notes);
  }
}
