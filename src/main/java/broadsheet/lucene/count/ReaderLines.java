package broadsheet.lucene.count;

import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Note;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Counts what queries find in one index over time, each in one pass. Not thread-safe. */
public record ReaderLines(Filters filters, SearchBudget budget) implements TrendSearch.Lines {

  /**
   * Counts. Each query gets the same share of time; those that ran out of it are tried again in the
   * time that the others did not use.
   */
  @Override
  public List<DatedLine> of(List<QueryNode> queries) throws IOException {
    List<DatedLine> lines = new ArrayList<>();
    for (QueryNode query : queries) {
      lines.add(line(query, budget.part(1.0 / (queries.size() - lines.size()))));
    }
    for (int i = 0; i < queries.size(); i++) {
      if (!lines.get(i).isComplete() && !budget.finding().isPast()) {
        lines.set(i, line(queries.get(i), budget));
      }
    }
    return lines;
  }

  private DatedLine line(QueryNode query, SearchBudget own) throws IOException {
    LanguageCompiler compiler = LanguageCompiler.within(own);
    BoundedSearcher finder = own.finder();
    HitSet hits = HitSet.of(compiler.filter(filters).of(compiler.compile(query)), finder);
    List<Note> notes = new ArrayList<>(compiler.notes());
    if (finder.isCut()) {
      notes.add(own.countedNote());
    }
    return DatedLine.of(hits, !finder.isCut(), compiler.completeness(query), notes);
  }
}
