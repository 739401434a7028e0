package broadsheet.assistant;

import broadsheet.address.ParameterValues;
import broadsheet.engine.LookedAt;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Filters;
import broadsheet.engine.words.Association;
import broadsheet.engine.words.Collocates;
import broadsheet.engine.words.CollocatesRequest;
import broadsheet.engine.words.WordSet;
import broadsheet.operation.ArchiveOperation;
import broadsheet.operation.Parameters;
import broadsheet.query.ParsedQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the words that stand near matches of a query. */
final class CollocatesTool implements ArchiveTool {

  /**
   * Words near the matches.
   *
   * @param matches the number of matches
   * @param words the number of words in all articles
   * @param isSample whether only a sample of the articles was read
   * @param clauses if nothing matches: what each part of the query finds alone
   * @param lookedAt the articles among which nothing was found; null if something was
   */
  record Answer(
      QueryRead query,
      long matches,
      long words,
      boolean isSample,
      List<PartFound> clauses,
      @Nullable String lookedAt,
      List<Collocates.Collocate> collocates) {}

  @Override
  public ArchiveOperation operation() {
    return ArchiveOperation.COLLOCATES;
  }

  @Override
  public String description() {
    return "Finds the words that stand near the matches of a query in this news archive more often"
        + " than by chance, without stop words: observed and expected numbers, log-likelihood"
        + " (how sure), MI (how exclusive) and logDice (how typical). Words are counted as typed"
        + " unless “endings” is any.";
  }

  @Override
  public Answer answer(ToolCall call, SearchEngine engine) {
    ParsedQuery query = call.query();
    Filters filters = call.filters();
    ParameterValues values = call.values();
    int window = values.number(Parameters.WINDOW);
    Collocates found =
        engine
            .workbench()
            .collocates(
                new CollocatesRequest(
                    new WordSet(query.root(), filters, true, !values.isOn(Parameters.ENDINGS)),
                    window,
                    window,
                    false,
                    false,
                    values.number(Parameters.LEAST),
                    values.choice(Parameters.MEASURED_BY, Association.class),
                    values.number(Parameters.ROWS)));
    return new Answer(
        QueryRead.of(query, found.notes()),
        found.matches(),
        found.words(),
        !found.extent().isExact(),
        PartFound.ofNothing(found.matches(), query.root(), filters, engine),
        found.matches() > 0 || !found.extent().isExact()
            ? null
            : LookedAt.in(engine, query.root(), filters),
        found.collocates());
  }
}
