package broadsheet.lucene.suggest;

import broadsheet.engine.request.Filters;
import broadsheet.engine.request.Restriction;
import broadsheet.engine.result.ClauseCount;
import broadsheet.engine.result.Note;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.part.IndexParts;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryNode;
import broadsheet.query.ShownFurniture;
import broadsheet.query.tree.Clauses;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.Query;

/**
 * Finds out why no article matches the whole query. Each step has a share of the time and is left
 * out when it takes longer. Not thread-safe.
 */
public final class ShortfallSearch {

  /** The most parts that are counted alone. */
  private static final int MAX_CLAUSES = 20;

  private static final double COUNTING = 0.3;

  private final QueryNode root;
  private final CompiledRequest asked;
  private final SearchBudget budget;
  private final List<Note> notes = new ArrayList<>();

  ShortfallSearch(CompiledRequest asked) {
    this.asked = asked;
    root = asked.request().query();
    budget = asked.budget();
  }

  /** The findings in all parts of an archive. */
  public static Shortfall of(CompiledRequest asked, IndexParts parts) throws IOException {
    List<Shortfall> all = new ArrayList<>();
    if (!parts.isOne()) {
      all.add(new ShortfallSearch(asked).shortfall()); // without articles: looks up terms
    }
    all.addAll(parts.ask(new RequestQuestion.ShortfallQuestion(asked.request())));
    return all.size() == 1 ? all.getFirst() : Shortfall.sum(all);
  }

  /** The findings in one part. */
  Shortfall shortfall() throws IOException {
    BoundedSearcher counter = budget.finder(COUNTING);
    List<ClauseCount> clauses = clauses(counter);
    noteFurniture(counter);
    noteFilters(counter);
    return new Shortfall(notes, clauses);
  }

  /** Each part of the query alone, without the filters; only the first parts of a long query. */
  private List<ClauseCount> clauses(BoundedSearcher counter) throws IOException {
    List<ClauseCount> counts = new ArrayList<>();
    for (QueryNode part : Clauses.of(root, MAX_CLAUSES)) {
      Optional<Query> alone = asked.compiler().part(part);
      long count = alone.isPresent() ? counter.count(alone.get()) : 0;
      if (counter.isCut()) {
        notes.add(Note.Plain.PARTS_NOT_COUNTED);
        return counts;
      }
      alone.ifPresent(_ -> counts.add(new ClauseCount(part, count)));
    }
    return counts;
  }

  /** Counts with what sources repeat. */
  private void noteFurniture(BoundedSearcher counter) throws IOException {
    if (!ShownFurniture.isIn(root) && !counter.isCut()) {
      long found = count(ShownFurniture.with(root), asked.request().filters(), counter);
      if (found > 0) {
        notes.add(new Note.OnlyRepeated(found, !counter.isCut()));
      }
    }
  }

  /** Counts without each filter and field alone, the first of them, and without all. */
  private void noteFilters(BoundedSearcher counter) throws IOException {
    Filters filters = asked.request().filters();
    List<Restriction> all = Restriction.of(root, filters);
    Optional<QueryNode> unlimited = Restriction.unlimited(root);
    if (all.size() > 1 || unlimited.isPresent()) {
      for (Restriction each : all.subList(0, Math.min(all.size(), MAX_CLAUSES))) {
        if (counter.isCut()) {
          return;
        }
        note(List.of(each.name()), each.query(), each.filters(), counter);
      }
    }
    if (unlimited.isEmpty() && asked.filters().isThere()) {
      note(List.of(), root, none(filters), counter);
    } else if (unlimited.isPresent() && all.size() > 1) {
      List<String> names = all.stream().map(Restriction::name).toList();
      note(names, unlimited.get(), none(filters), counter);
    }
  }

  private static Filters none(Filters filters) {
    return Filters.none().of(filters.versions());
  }

  private void note(List<String> names, QueryNode rest, Filters others, BoundedSearcher counter)
      throws IOException {
    int found = count(rest, others, counter);
    if (found > 0) {
      notes.add(new Note.WithoutFilters(names, found, !counter.isCut()));
    }
  }

  private int count(QueryNode query, Filters filters, BoundedSearcher counter) throws IOException {
    ReaderSnapshot snapshot = budget.snapshot();
    LanguageCompiler compiler = new LanguageCompiler(snapshot, budget.finding().part(COUNTING));
    return counter.count(FilterClause.to(filters, snapshot.names()).of(compiler.compile(query)));
  }
}
