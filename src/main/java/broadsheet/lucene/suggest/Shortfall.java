package broadsheet.lucene.suggest;

import broadsheet.engine.result.ClauseCount;
import broadsheet.engine.result.Note;
import java.util.List;

/**
 * What is told when no article has all that was asked for.
 *
 * @param notes a sentence each
 * @param clauses parts of the query, each alone
 * @param didYouMean the query in other spellings that find something, the likeliest first
 */
public record Shortfall(List<Note> notes, List<ClauseCount> clauses, List<String> didYouMean) {

  /** There is none. */
  public static Shortfall none() {
    return new Shortfall(List.of(), List.of(), List.of());
  }
}
