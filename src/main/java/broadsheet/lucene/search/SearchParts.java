package broadsheet.lucene.search;

import broadsheet.lucene.meaning.FusedWords;
import broadsheet.lucene.part.IndexParts;
import java.io.IOException;

/** All parts of one state of an archive, as one search asks them. Not thread-safe. */
public interface SearchParts extends IndexParts {

  /**
   * The hits of a request.
   *
   * @param relaxed the articles found by words, beside those found by meaning, where few have all
   *     the words
   */
  Hits hits(AskedSearch asked, FusedWords relaxed) throws IOException;
}
