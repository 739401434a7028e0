package broadsheet.lucene.count;

import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.Timeline;
import broadsheet.engine.result.Timeline.Unit;
import broadsheet.engine.result.Trends;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.part.IndexParts;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts the hits of queries over time, in all parts of an archive. Not thread-safe. */
public record TrendSearch(Filters filters, IndexParts parts) {

  /** See {@link broadsheet.engine.SearchEngine#timeline}. */
  public Timeline timeline(QueryNode query, Optional<Unit> unit) throws IOException {
    List<DatedLine> lines = lines(List.of(query));
    return lines.getFirst().by(unit.orElseGet(() -> fitting(lines)));
  }

  /** See {@link broadsheet.engine.SearchEngine#trends}. */
  public Trends trends(List<QueryNode> queries, Optional<Unit> wanted) throws IOException {
    List<QueryNode> asked = new ArrayList<>(queries);
    asked.add(new QueryNode.Everything());
    List<DatedLine> all = lines(asked);
    List<DatedLine> lines = all.subList(0, queries.size());
    Unit unit = wanted.orElseGet(() -> fitting(lines));
    return new Trends(
        lines.stream().map(line -> new Trends.Line(line.by(unit), line.notes())).toList(),
        all.getLast().by(unit));
  }

  private List<DatedLine> lines(List<QueryNode> queries) throws IOException {
    List<LanguageCompiler> compilers = new ArrayList<>();
    for (QueryNode query : queries) {
      compilers.add(parts.prepare(query, filters));
    }
    List<List<PartDates>> all = parts.ask(new PartDates.DatesQuestion(queries, filters));
    List<DatedLine> lines = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      int place = i;
      List<PartDates> dates = all.stream().map(part -> part.get(place)).toList();
      lines.add(line(dates, queries.get(i), compilers.get(i)));
    }
    return lines;
  }

  private DatedLine line(List<PartDates> dates, QueryNode query, LanguageCompiler compiler) {
    List<Note> notes = new ArrayList<>(compiler.notes());
    if (!PartDates.areComplete(dates)) {
      notes.add(parts.budget().countedNote());
    }
    notes.addAll(parts.notes());
    return DatedLine.of(dates, compiler.completeness(query).or(parts.completeness(true)), notes);
  }

  private static Unit fitting(List<DatedLine> lines) {
    return DatedHits.fittingUnit(lines.stream().map(DatedLine::hits).toList());
  }
}
