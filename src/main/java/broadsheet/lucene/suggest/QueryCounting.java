package broadsheet.lucene.suggest;

import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.List;

/** Counts articles of a whole archive. */
public interface QueryCounting {

  /** The number of articles that match each query, with the filters of the request. */
  List<Long> of(List<QueryNode> queries) throws IOException;
}
