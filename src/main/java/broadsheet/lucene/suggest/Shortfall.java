package broadsheet.lucene.suggest;

import broadsheet.engine.result.ClauseCount;
import broadsheet.engine.result.Note;
import java.util.List;

/**
 * What to tell the reader when no article matches the whole query.
 *
 * @param notes a sentence each
 * @param clauses parts of the query, each counted alone
 * @param didYouMean other spellings of the query that find something, the likeliest first
 */
public record Shortfall(List<Note> notes, List<ClauseCount> clauses, List<String> didYouMean) {

  /** Nothing to tell. */
  public static Shortfall none() {
    return new Shortfall(List.of(), List.of(), List.of());
  }
}
