package broadsheet.lucene.suggest;

import broadsheet.engine.result.ClauseCount;
import broadsheet.engine.result.Note;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryNode;
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
  private static final double SPELLING = 0.3;

  private final QueryNode root;
  private final LanguageCompiler compiler;
  private final FilterClause narrowing;
  private final SearchBudget budget;
  private final List<Note> notes = new ArrayList<>();

  public ShortfallSearch(
      QueryNode root, LanguageCompiler compiler, FilterClause narrowing, SearchBudget budget) {
    this.root = root;
    this.compiler = compiler;
    this.narrowing = narrowing;
    this.budget = budget;
  }

  /**
   * The findings.
   *
   * @param strict the query that found nothing
   */
  public Shortfall of(Query strict) throws IOException {
    BoundedSearcher counter = budget.finder(COUNTING);
    List<ClauseCount> clauses = clauses(counter);
    noteFilters(strict, counter);
    List<String> spellings =
        DidYouMean.of(budget.snapshot(), root, narrowing, budget.finding().part(SPELLING));
    return new Shortfall(notes, clauses, spellings);
  }

  /** Each part of the query alone, without the filters; only the first parts of a long query. */
  private List<ClauseCount> clauses(BoundedSearcher counter) throws IOException {
    List<ClauseCount> counts = new ArrayList<>();
    for (QueryNode part : Clauses.of(root, MAX_CLAUSES)) {
      Optional<Query> alone = compiler.part(part);
      long count = alone.isPresent() ? counter.count(alone.get()) : 0;
      if (counter.isCut()) {
        notes.add(Note.Plain.PARTS_NOT_COUNTED);
        return counts;
      }
      alone.ifPresent(_ -> counts.add(new ClauseCount(part, count)));
    }
    return counts;
  }

  private void noteFilters(Query strict, BoundedSearcher counter) throws IOException {
    int unfiltered = narrowing.isThere() ? counter.count(strict) : 0;
    if (unfiltered > 0) {
      notes.add(new Note.WithoutFilters(unfiltered, !counter.isCut()));
    }
  }
}
