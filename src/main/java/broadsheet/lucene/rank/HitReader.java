package broadsheet.lucene.rank;

import broadsheet.lucene.snapshot.ReaderSnapshot;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/**
 * Reads the facts about hits for the second stage of ranking. A hit is identified by a number: its
 * document number in a snapshot or, if several parts of an archive were searched, its place in the
 * merged list. It is as thread-safe as the source of its data.
 */
public interface HitReader {

  /** The ids of hits, by number. */
  Map<Integer, BytesRef> ids(List<ScoreDoc> hits) throws IOException;

  /** The number of a hit's family; empty when it has no reprints. */
  OptionalLong family(int hit) throws IOException;

  /** The words of the hits that have any, by number. */
  Map<Integer, ForwardReader.Read> texts(int... hits) throws IOException;

  /** Reads hits of a snapshot. */
  static HitReader of(ReaderSnapshot snapshot) {
    return new HitReader() {

      @Override
      public Map<Integer, BytesRef> ids(List<ScoreDoc> hits) throws IOException {
        return new IdTieBreak(snapshot.getIndexReader()).ids(hits);
      }

      @Override
      public OptionalLong family(int hit) throws IOException {
        return snapshot.hasFamilies()
            ? Collapsing.family(snapshot.getIndexReader(), hit)
            : OptionalLong.empty();
      }

      @Override
      public Map<Integer, ForwardReader.Read> texts(int... hits) throws IOException {
        return new ForwardReader(snapshot).of(hits);
      }
    };
  }
}
