package broadsheet.lucene.part;

import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;

/** A settled Lucene index that holds a part of an archive, or all of it. Not thread-safe. */
public interface IndexPart {

  /** The articles of the part, with the term statistics of the part alone. */
  ReaderSnapshot own();

  /** A request with its queries, compiled for the part; of the same request only once. */
  CompiledRequest compiled(SearchRequest request) throws IOException;

  /** The time left to answer, over the articles of the part with the dictionary of the archive. */
  SearchBudget budget() throws IOException;
}
