package broadsheet.lucene.suggest;

import broadsheet.engine.result.ClauseCount;
import broadsheet.engine.result.Note;
import java.util.List;

/**
 * Help for a reader whose query matches no article as a whole.
 *
 * @param notes one sentence each
 * @param clauses parts of the query, each counted alone
 * @param didYouMean other spellings of the query that find something, the likeliest first
 */
public record Shortfall(List<Note> notes, List<ClauseCount> clauses, List<String> didYouMean) {

  /** No help. */
  public static Shortfall none() {
    return new Shortfall(List.of(), List.of(), List.of());
  }
}
