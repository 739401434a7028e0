package broadsheet.lucene.shard;

import broadsheet.lucene.compile.Relaxation;
import broadsheet.lucene.compile.SearchPlan;
import java.util.Optional;
import org.apache.lucene.search.Query;

/** Which part of a query to search for. Each shard compiles the query itself. */
public enum Part {
  /** All of it. */
  FULL,
  /** Enough of it, where no article has all of it. */
  SOME,
  /** Enough of its words, to follow the few articles that have all of it. */
  FOLLOWING,
  /** The same without the articles that have all of it. */
  NOT_FULL,
  /** Any of its words. */
  ANY;

  /** The units that are optional; empty where all are required. */
  public Optional<Relaxation> units(SearchPlan plan) {
    return switch (this) {
      case FULL -> Optional.empty();
      case SOME, ANY -> plan.instead();
      case FOLLOWING, NOT_FULL -> plan.following();
    };
  }

  /** The query of this part. */
  public Query query(SearchPlan plan) {
    return switch (this) {
      case FULL -> plan.full();
      case SOME, FOLLOWING -> plan.some(units(plan).orElseThrow());
      case NOT_FULL -> plan.notFull(units(plan).orElseThrow());
      case ANY -> plan.any(units(plan).orElseThrow());
    };
  }
}
