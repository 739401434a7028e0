package broadsheet.lucene.facets;

import broadsheet.engine.request.FacetField;
import broadsheet.lucene.names.FoundNames;
import broadsheet.lucene.reader.ReaderCache;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * The facet ordinals of each document of a segment in arrays, so that counting a hit is a few
 * additions. Four bytes a document, four a value of it, and four a different value. Immutable.
 */
final class FacetColumn {

  /** The columns of each state of an archive's names; most archives have none. */
  private static final Map<FoundNames, ReaderCache<FacetColumn>> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * The index in {@link #values} at which each document's values begin; has one more element than
   * there are documents.
   */
  private final int[] starts;

  /**
   * The values of the first keyword facet in the order of their bytes, then those of the second,
   * and so on.
   */
  private final int[] values;

  /** The first number of the values of each keyword facet, and the number of all values. */
  private final int[] firsts;

  /** The number of documents with each value. */
  private final int[] totals;

  private FacetColumn(int[] starts, int[] values, int[] firsts) {
    this.starts = starts;
    this.values = values;
    this.firsts = firsts;
    totals = new int[firsts[firsts.length - 1]];
    for (int value : values) {
      totals[value]++;
    }
  }

  /** Reads the columns of a segment, or takes them from the cache. */
  static FacetColumn of(LeafReader segment, FoundNames names) {
    return KNOWN
        .computeIfAbsent(names, _ -> new ReaderCache<>())
        .ofSegment(segment, own -> read(own, names));
  }

  /** The number of documents, deleted ones included. */
  int documents() {
    return starts.length - 1;
  }

  /** The place of a document's first value; for the number of documents, the number of places. */
  int start(int document) {
    return starts[document];
  }

  /** The place after a document's last value. */
  int end(int document) {
    return starts[document + 1];
  }

  /** The value at a place, as a number within the segment. */
  int value(int place) {
    return values[place];
  }

  /** The number of documents with a value, deleted ones included. */
  int total(int value) {
    return totals[value];
  }

  /**
   * The first number of the values of a keyword facet; for the number of facets, the number of all
   * values.
   */
  int first(int facet) {
    return firsts[facet];
  }

  private static FacetColumn read(LeafReader segment, FoundNames names) throws IOException {
    int[] starts = new int[segment.maxDoc() + 1];
    int[] firsts = new int[FacetField.KEYWORDS.size() + 1];
    for (int facet = 0; facet < FacetField.KEYWORDS.size(); facet++) {
      SortedSetDocValues of = names.values(segment, FacetField.KEYWORDS.get(facet));
      firsts[facet + 1] = firsts[facet] + Math.toIntExact(of.getValueCount());
      count(of, starts);
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] values = new int[starts[segment.maxDoc()]];
    int[] next = starts.clone();
    for (int facet = 0; facet < FacetField.KEYWORDS.size(); facet++) {
      copy(names.values(segment, FacetField.KEYWORDS.get(facet)), firsts[facet], values, next);
    }
    return new FacetColumn(starts, values, firsts);
  }

  /** A method of its own, as {@link #copy} is, so that the JVM compiles each loop once. */
  private static void count(SortedSetDocValues facet, int[] starts) throws IOException {
    for (int d = facet.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = facet.nextDoc()) {
      starts[d + 1] += facet.docValueCount();
    }
  }

  private static void copy(SortedSetDocValues facet, int first, int[] values, int[] next)
      throws IOException {
    for (int d = facet.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = facet.nextDoc()) {
      for (int i = facet.docValueCount(); i > 0; i--) {
        values[next[d]++] = first + (int) facet.nextOrd();
      }
    }
  }
}
