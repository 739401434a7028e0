package broadsheet.lucene.search;

import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/** The order of hits that nothing else tells apart: by their ids. */
record IdOrder(IndexReader reader) {
  private static final BytesRef NONE = new BytesRef();

  /**
   * Sorts hits of equal score by id.
   *
   * @param hits by score, highest first
   */
  void sortEqual(ScoreDoc[] hits) throws IOException {
    for (int start = 0; start < hits.length; ) {
      int end = start + 1;
      while (end < hits.length && hits[end].score == hits[start].score) {
        end++;
      }
      if (end - start > 1) {
        sort(hits, start, end);
      }
      start = end;
    }
  }

  private void sort(ScoreDoc[] hits, int start, int end) throws IOException {
    Map<Integer, BytesRef> ids = new HashMap<>();
    for (int i = start; i < end; i++) {
      ids.put(hits[i].doc, id(hits[i].doc));
    }
    Arrays.sort(hits, start, end, Comparator.comparing(hit -> ids.getOrDefault(hit.doc, NONE)));
  }

  /** The id of a document; empty where it has none. */
  BytesRef id(int document) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), IndexSchema.ID);
    return ids.advanceExact(document - leaf.docBase)
        ? BytesRef.deepCopyOf(ids.lookupOrd(ids.ordValue()))
        : NONE;
  }
}
