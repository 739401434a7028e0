package broadsheet.lucene.search;

import broadsheet.engine.ClauseCount;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.Query;

/**
 * What is told and shown when no article has all that was asked for.
 *
 * @param notes a sentence each
 * @param clauses parts of the query, each alone
 * @param relaxed finds the articles that have most of it; empty when none has any
 */
record Shortfall(List<String> notes, List<ClauseCount> clauses, Optional<Query> relaxed) {

  /** There is none. */
  static Shortfall none() {
    return new Shortfall(List.of(), List.of(), Optional.empty());
  }
}
