package broadsheet.lucene.search;

import org.apache.lucene.search.IndexSearcher;

/** How many clauses a query may come to: a thousand units are looked for in every default field. */
final class MaxClauses {

  private static final int MOST = 1 << 20;

  private MaxClauses() {}

  /** Lifts Lucene's own bound, for all there is in this process. */
  static void lift() {
    IndexSearcher.setMaxClauseCount(MOST);
  }
}
