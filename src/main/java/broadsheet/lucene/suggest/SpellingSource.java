package broadsheet.lucene.suggest;

import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.List;

/** The articles of a whole archive from which another spelling of a query is chosen. */
public interface SpellingSource extends PlaceSource {

  /** The number of articles that match each query, with the filters of the request. */
  List<Long> counts(List<QueryNode> queries) throws IOException;
}
