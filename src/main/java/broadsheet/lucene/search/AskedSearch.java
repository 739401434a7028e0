package broadsheet.lucene.search;

import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Note;
import broadsheet.lucene.meaning.QueryEmbeddings;
import java.util.List;
import java.util.Optional;

/**
 * A request with what the engine adds to it before its time begins.
 *
 * @param remarks notes on the request, added to the results
 * @param meaning the vectors of its text; empty if it is by words alone
 */
public record AskedSearch(
    SearchRequest request, List<Note> remarks, Optional<QueryEmbeddings> meaning) {

  /** The vectors that a search by meaning asks for. */
  public QueryEmbeddings vectors() {
    return meaning.orElseGet(() -> QueryEmbeddings.none("This search was made by words alone."));
  }
}
