package broadsheet.lucene.compile;

import org.apache.lucene.search.IndexSearcher;

/** How many clauses a query may come to: a thousand units are looked for in every default field. */
public final class MaxClauses {

  private static final int MOST = 1 << 20;

  private MaxClauses() {}

  /** Lifts Lucene's own bound, for all there is in this process. */
  public static void lift() {
    IndexSearcher.setMaxClauseCount(MOST);
  }
}
