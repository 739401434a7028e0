package broadsheet.lucene.rank;

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
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/** Breaks ties between hits, by their ids. */
public record IdTieBreak(IndexReader reader) {
  private static final BytesRef NONE = new BytesRef();

  /** Reads the ids of hits, by document number. */
  interface Ids {
    Map<Integer, BytesRef> of(List<ScoreDoc> hits) throws IOException;
  }

  /**
   * Breaks ties by id between hits of equal score, except where the order does not matter.
   *
   * @param hits by score, highest first
   * @param from before this index the order does not matter
   * @param most from this index on the order does not matter
   */
  static void sortEqual(ScoreDoc[] hits, int from, int most, Ids ids) throws IOException {
    for (int start = 0; start < Math.min(most, hits.length); ) {
      int end = start + 1;
      while (end < hits.length && hits[end].score == hits[start].score) {
        end++;
      }
      if (end - start > 1 && end > from) {
        sort(hits, start, end, ids);
      }
      start = end;
    }
  }

  private static void sort(ScoreDoc[] hits, int start, int end, Ids ids) throws IOException {
    Map<Integer, BytesRef> known = ids.of(Arrays.asList(hits).subList(start, end));
    Arrays.sort(hits, start, end, Comparator.comparing(hit -> known.getOrDefault(hit.doc, NONE)));
  }

  /**
   * Adds the fields that a cursor of {@link HitOrder#RELEVANCE} needs to hits by score.
   *
   * @param from the index of the first hit that needs them
   */
  void addIds(ScoreDoc[] hits, int from) throws IOException {
    if (from < hits.length) {
      Map<Integer, BytesRef> ids = ids(Arrays.asList(hits).subList(from, hits.length));
      for (int i = from; i < hits.length; i++) {
        ScoreDoc hit = hits[i];
        Object[] place = {hit.score, ids.getOrDefault(hit.doc, NONE)};
        hits[i] = new FieldDoc(hit.doc, hit.score, place);
      }
    }
  }

  /** The ids of hits, by document number. */
  public Map<Integer, BytesRef> ids(List<ScoreDoc> hits) throws IOException {
    int[] documents = hits.stream().mapToInt(hit -> hit.doc).sorted().toArray();
    Map<Integer, BytesRef> found = new HashMap<>();
    List<LeafReaderContext> leaves = reader.leaves();
    int end = 0;
    int base = 0;
    SortedDocValues ids = DocValues.emptySorted();
    for (int document : documents) {
      if (document >= end) {
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        base = leaf.docBase;
        end = base + leaf.reader().maxDoc();
        ids = DocValues.getSorted(leaf.reader(), IndexSchema.ID);
      }
      if (ids.advanceExact(document - base)) {
        found.put(document, BytesRef.deepCopyOf(ids.lookupOrd(ids.ordValue())));
      }
    }
    return found;
  }
}
