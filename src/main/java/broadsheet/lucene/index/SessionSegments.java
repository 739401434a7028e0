package broadsheet.lucene.index;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.SegmentReader;

/** The segments that a session wrote: an update merges none before its commit. Stateless. */
final class SessionSegments {

  private SessionSegments() {}

  /**
   * Everything that a session wrote, as an index of its own; closing it closes nothing.
   *
   * @param now the index as the session leaves it
   */
  static IndexReader of(DirectoryReader now, PriorIndex prior) throws IOException {
    Set<String> before = prior.segments();
    LeafReader[] added =
        now.leaves().stream()
            .map(LeafReaderContext::reader)
            .filter(segment -> !before.contains(name(segment)))
            .toArray(LeafReader[]::new);
    return new MultiReader(added, false);
  }

  /** The name of a segment, unique in the index for ever. */
  static String name(LeafReader reader) {
    return ((SegmentReader) FilterLeafReader.unwrap(reader)).getSegmentName();
  }
}
