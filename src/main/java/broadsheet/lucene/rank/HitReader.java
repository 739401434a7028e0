package broadsheet.lucene.rank;

import broadsheet.lucene.snapshot.ReaderSnapshot;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/**
 * What the second stage of ranking reads of hits. It knows them by number alone: that of a document
 * in a snapshot or, where several parts of an archive were searched, the place in the list that
 * they sent. As thread-safe as what it reads from.
 */
public interface HitReader {

  /** The ids of hits, by number. */
  Map<Integer, BytesRef> ids(List<ScoreDoc> hits) throws IOException;

  /** The number of a hit's family; empty when it has no reprints. */
  OptionalLong family(int hit) throws IOException;

  /** The words of those of these hits that have any, by number. */
  Map<Integer, ForwardReader.Read> texts(int... hits) throws IOException;

  /** Reads hits of a snapshot. */
  static HitReader of(ReaderSnapshot snapshot) {
    return new HitReader() {

      @Override
      public Map<Integer, BytesRef> ids(List<ScoreDoc> hits) throws IOException {
        return new IdOrder(snapshot.getIndexReader()).ids(hits);
      }

      @Override
      public OptionalLong family(int hit) throws IOException {
        return snapshot.hasFamilies()
            ? Folding.family(snapshot.getIndexReader(), hit)
            : OptionalLong.empty();
      }

      @Override
      public Map<Integer, ForwardReader.Read> texts(int... hits) throws IOException {
        return new ForwardReader(snapshot).of(hits);
      }
    };
  }
}
