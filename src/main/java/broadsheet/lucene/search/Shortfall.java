package broadsheet.lucene.search;

import broadsheet.engine.ClauseCount;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;

/**
 * What is told and shown when no article has all that was asked for.
 *
 * @param notes a sentence each
 * @param clauses parts of the query, each alone
 * @param didYouMean the query in other spellings that find something, the likeliest first
 * @param relaxed what to show instead; empty when there is nothing
 */
record Shortfall(
    List<String> notes,
    List<ClauseCount> clauses,
    List<String> didYouMean,
    Optional<Relaxed> relaxed) {

  /**
   * Finds the articles that have most of what was asked for.
   *
   * @param note says how much that is
   */
  record Relaxed(Query query, String note) {}

  /** There is none. */
  static Shortfall none() {
    return new Shortfall(List.of(), List.of(), List.of(), Optional.empty());
  }

  /** The same, when it is the relaxed query's hits that are shown. */
  Shortfall showing(Relaxed instead) {
    List<String> all = Stream.concat(notes.stream(), Stream.of(instead.note())).toList();
    return new Shortfall(all, clauses, didYouMean, relaxed);
  }
}
