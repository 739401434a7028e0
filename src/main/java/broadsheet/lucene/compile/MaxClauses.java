package broadsheet.lucene.compile;

import org.apache.lucene.search.IndexSearcher;

/** The limit on the clauses of a query, which allows a thousand units in every default field. */
public final class MaxClauses {

  private static final int MOST = 1 << 20;

  private MaxClauses() {}

  /** Raises Lucene's own limit for the whole process. */
  public static void lift() {
    IndexSearcher.setMaxClauseCount(MOST);
  }
}
