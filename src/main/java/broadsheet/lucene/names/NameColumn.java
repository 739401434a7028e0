package broadsheet.lucene.names;

import broadsheet.engine.request.FacetField;
import broadsheet.lucene.hits.SegmentHits;
import broadsheet.lucene.schema.FacetValues;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.names.NameEntry;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * The values of a facet in a segment: those that articles state, and the names found in them, each
 * once in an article. Immutable.
 */
final class NameColumn {

  /** All values in the order of their bytes. */
  private final BytesRef[] values;

  /** The place in {@link #numbers} at which the values of each document begin. */
  private final int[] starts;

  /** The numbers of the values of each document, ascending. */
  private final int[] numbers;

  /** Whether a name was found at each place in {@link #numbers}. */
  private final FixedBitSet found;

  private NameColumn(BytesRef[] values, int[] starts, int[] numbers, FixedBitSet found) {
    this.values = values;
    this.starts = starts;
    this.numbers = numbers;
    this.found = found;
  }

  /** Collects the values of documents, in any order. */
  private static final class Collected {
    private long[] pairs = new long[1_024];
    private int size;

    /** Adds a value of a document; it may be added again. */
    void add(int document, int value, boolean isFound) {
      if (size == pairs.length) {
        pairs = Arrays.copyOf(pairs, Math.multiplyExact(size, 2));
      }
      pairs[size++] = ((long) document << Integer.SIZE) | (long) value << 1 | (isFound ? 1 : 0);
    }

    /**
     * Each pair once, in the order of the documents, then of the values; the lowest bit tells
     * whether it was found.
     */
    long[] sorted() {
      Arrays.sort(pairs, 0, size);
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (kept > 0 && (pairs[i] | 1) == (pairs[kept - 1] | 1)) {
          pairs[kept - 1] |= pairs[i];
        } else {
          pairs[kept++] = pairs[i];
        }
      }
      return Arrays.copyOf(pairs, kept);
    }
  }

  static NameColumn read(LeafReader segment, FacetField facet, List<NameEntry> names)
      throws IOException {
    SortedSetDocValues stated = DocValues.getSortedSet(segment, IndexSchema.valuesOf(facet));
    Map<BytesRef, Integer> all = new TreeMap<>();
    for (long ord = 0; ord < stated.getValueCount(); ord++) {
      all.put(BytesRef.deepCopyOf(stated.lookupOrd(ord)), 0);
    }
    TermsEnum forms = forms(segment);
    for (NameEntry name : names) {
      if (isIn(name, forms)) {
        all.put(value(name), 0);
      }
    }
    int number = 0;
    for (var each : all.entrySet()) {
      each.setValue(number++);
    }
    Collected collected = new Collected();
    addStated(stated, all, collected);
    for (NameEntry name : names) {
      Integer value = all.get(value(name));
      if (value != null) {
        addFound(name, value, forms, collected);
      }
    }
    return of(all.keySet().toArray(BytesRef[]::new), segment.maxDoc(), collected.sorted());
  }

  private static TermsEnum forms(LeafReader segment) throws IOException {
    Terms terms = segment.terms(IndexSchema.NAME_FORM);
    return terms == null ? TermsEnum.EMPTY : terms.iterator();
  }

  private static BytesRef value(NameEntry name) {
    return new BytesRef(FacetValues.indexed(name.name().text()));
  }

  private static boolean isIn(NameEntry name, TermsEnum forms) throws IOException {
    for (String form : name.forms()) {
      if (forms.seekExact(new BytesRef(FacetValues.indexed(form)))) {
        return true;
      }
    }
    return false;
  }

  private static void addStated(
      SortedSetDocValues stated, Map<BytesRef, Integer> all, Collected collected)
      throws IOException {
    int[] numbers = new int[(int) stated.getValueCount()];
    for (int ord = 0; ord < numbers.length; ord++) {
      numbers[ord] = all.getOrDefault(stated.lookupOrd(ord), 0);
    }
    for (int doc = stated.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = stated.nextDoc()) {
      for (int i = stated.docValueCount(); i > 0; i--) {
        collected.add(doc, numbers[(int) stated.nextOrd()], false);
      }
    }
  }

  private static void addFound(NameEntry name, int value, TermsEnum forms, Collected collected)
      throws IOException {
    for (String form : name.forms()) {
      if (forms.seekExact(new BytesRef(FacetValues.indexed(form)))) {
        PostingsEnum documents = forms.postings(null, PostingsEnum.NONE);
        for (int doc = documents.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = documents.nextDoc()) {
          collected.add(doc, value, true);
        }
      }
    }
  }

  private static NameColumn of(BytesRef[] values, int documents, long[] pairs) {
    int[] starts = new int[documents + 1];
    int[] numbers = new int[pairs.length];
    FixedBitSet found = new FixedBitSet(Math.max(1, pairs.length));
    for (int i = 0; i < pairs.length; i++) {
      starts[(int) (pairs[i] >>> Integer.SIZE) + 1]++;
      numbers[i] = (int) pairs[i] >>> 1;
      if ((pairs[i] & 1) != 0) {
        found.set(i);
      }
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    return new NameColumn(values, starts, numbers, found);
  }

  /** Counts hits by the names that were found in them. */
  void addFound(SegmentHits hits, Map<BytesRef, Integer> places, long[] counts) {
    int[] wanted = new int[values.length];
    Arrays.fill(wanted, -1);
    places.forEach(
        (value, place) -> {
          int number = Arrays.binarySearch(values, value);
          if (number >= 0) {
            wanted[number] = place;
          }
        });
    SegmentHits.Cursor cursor = hits.cursor();
    for (int hit = cursor.next(); hit != SegmentHits.NONE; hit = cursor.next()) {
      for (int place = starts[hit]; place < starts[hit + 1]; place++) {
        if (wanted[numbers[place]] >= 0 && found.get(place)) {
          counts[wanted[numbers[place]]]++;
        }
      }
    }
  }

  /** The values as Lucene's; for one thread. */
  SortedSetDocValues values() {
    return new Values();
  }

  private final class Values extends SortedSetDocValues {
    private int document = -1;
    private int next;

    @Override
    public long nextOrd() {
      return numbers[next++];
    }

    @Override
    public int docValueCount() {
      return starts[document + 1] - starts[document];
    }

    @Override
    public BytesRef lookupOrd(long ord) {
      return values[(int) ord];
    }

    @Override
    public long getValueCount() {
      return values.length;
    }

    @Override
    public boolean advanceExact(int target) {
      document = target;
      next = starts[target];
      return docValueCount() > 0;
    }

    @Override
    public int docID() {
      return document;
    }

    @Override
    public int nextDoc() {
      return advance(document + 1);
    }

    @Override
    public int advance(int target) {
      int documents = starts.length - 1;
      for (int doc = target; doc < documents; doc++) {
        if (advanceExact(doc)) {
          return doc;
        }
      }
      document = NO_MORE_DOCS;
      return document;
    }

    @Override
    public long cost() {
      return numbers.length;
    }
  }
}
