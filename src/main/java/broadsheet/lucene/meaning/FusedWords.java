package broadsheet.lucene.meaning;

import broadsheet.lucene.compile.SearchPlan;
import broadsheet.lucene.compile.Tier;
import org.apache.lucene.search.Query;

/**
 * The lexical side of a hybrid search: which query by words is fused with the search by meaning.
 */
public enum FusedWords {
  /** Those that match the whole query. */
  FULL,
  /** Those of the first tier. */
  FIRST,
  /** Those with enough of the words. */
  SOME,
  /** Those with any of the words. */
  ANY;

  /** The query that finds them. */
  public Query of(SearchPlan plan) {
    return switch (this) {
      case FULL -> plan.query(Tier.FULL);
      case FIRST -> plan.query(plan.first());
      case SOME -> plan.following().map(plan::some).orElseGet(() -> FIRST.of(plan));
      case ANY -> plan.following().map(plan::any).orElseGet(() -> FIRST.of(plan));
    };
  }
}
