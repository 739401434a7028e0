package broadsheet.lucene.index;

import broadsheet.engine.ArchiveCollection;
import broadsheet.lucene.reader.LiveTerms;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.RecordPlace;
import broadsheet.lucene.schema.Sketch;
import broadsheet.lucene.schema.StoredArticle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SparseFixedBitSet;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * Groups near-duplicates into numbered families: reprints of each other, and their reprints in
 * turn. Candidates share hashes in their sketches and are then compared in full. For one use.
 */
final class NearDuplicateGroups {

  /** A run of words in the sketches of more articles than this is a set phrase and ignored. */
  static final int MOST_SHARING = 2_000;

  /** Articles whose texts are expected at once, where they may be elsewhere. */
  private static final int BATCH = 128;

  private final IndexReader reader;
  private final OpenedIndex index;
  private final LiveTerms live;
  private final Resemblance resemblance;
  private final NearDuplicateForest forest;
  private final List<Candidates> candidates = new ArrayList<>();
  private final Deque<Integer> open = new ArrayDeque<>();
  private final SparseFixedBitSet met;

  private NearDuplicateGroups(IndexReader reader, OpenedIndex index, NearDuplicateForest forest) {
    this.reader = reader;
    this.index = index;
    this.forest = forest;
    this.met = new SparseFixedBitSet(Math.max(1, reader.maxDoc()));
    this.live = new LiveTerms(reader);
    this.resemblance = new Resemblance(reader);
  }

  /**
   * Numbers all families, or those that changes touch.
   *
   * @param reader the articles among which relatives are looked for
   */
  static void settle(IndexReader reader, OpenedIndex index, ChangeSet changes) throws IOException {
    try (NearDuplicateForest forest =
        changes.isAll()
            ? NearDuplicateForest.in(index.folder(), reader.maxDoc())
            : NearDuplicateForest.inMemory()) {
      NearDuplicateGroups families = new NearDuplicateGroups(reader, index, forest);
      if (changes.isAll()) {
        families.joinAll();
      } else {
        families.join(changes);
      }
      families.number();
    }
  }

  /** Two articles that may be reprints of each other. */
  private record Candidates(int one, int other) {}

  private void joinAll() throws IOException {
    live.eachShared(IndexSchema.SKETCH, MOST_SHARING, (term, sharing) -> joinLater(sharing));
    joinCandidates();
    addNumbered();
  }

  private void join(ChangeSet changes) throws IOException {
    addTouched(changes, index.prior());
    for (Integer next = open.poll(); next != null; next = open.poll()) {
      joinRelatives(next);
    }
  }

  /** Notes which of some articles may be reprints, to read many texts at once. */
  private void joinLater(List<Integer> sharing) throws IOException {
    Sketch[] sketches = new Sketch[sharing.size()];
    for (int i = 0; i < sketches.length; i++) {
      sketches[i] = resemblance.sketch(sharing.get(i));
    }
    for (int i = 0; i < sketches.length; i++) {
      for (int j = i + 1; j < sketches.length; j++) {
        if (sketches[i].maySharePassagesWith(sketches[j])) {
          candidates.add(new Candidates(sharing.get(i), sharing.get(j)));
        }
      }
      if (candidates.size() >= BATCH) {
        joinCandidates();
      }
    }
  }

  private void joinCandidates() throws IOException {
    for (Candidates pair : candidates) {
      if (forest.root(pair.one()) != forest.root(pair.other())) {
        resemblance.expect(pair.one());
        resemblance.expect(pair.other());
      }
    }
    for (Candidates pair : candidates) {
      if (joinIfReprints(pair.one(), pair.other())) {
        met.set(pair.one());
        met.set(pair.other());
      }
    }
    candidates.clear();
  }

  private void joinRelatives(int document) throws IOException {
    Sketch sketch = resemblance.sketch(document);
    for (long hash : sketch.hashes()) {
      for (int other : sharing(hash)) {
        boolean isCandidate = sketch.maySharePassagesWith(resemblance.sketch(other));
        if (isCandidate && joinIfReprints(document, other)) {
          examine(other);
        }
      }
    }
  }

  /** The articles that have a hash; none where there are too many. */
  private List<Integer> sharing(long hash) throws IOException {
    List<Integer> sharing = live.documents(IndexSchema.SKETCH, Sketch.term(hash), MOST_SHARING + 1);
    return sharing.size() > MOST_SHARING ? List.of() : sharing;
  }

  /** Compares two articles. Returns whether they are now in one family. */
  private boolean joinIfReprints(int one, int other) throws IOException {
    boolean areJoined = forest.root(one) == forest.root(other);
    if (!areJoined && resemblance.areReprints(one, other)) {
      forest.join(one, other);
      areJoined = true;
    }
    return areJoined;
  }

  /**
   * Adds the articles that an update must examine: the ones written, former relatives of the ones
   * removed, and all articles whose families these may change.
   */
  private void addTouched(ChangeSet touched, PriorIndex prior) throws IOException {
    Set<Long> hashes = new HashSet<>(touched.hashes());
    for (BytesRef written : touched.fingerprints()) {
      for (int document : live.documents(IndexSchema.FINGERPRINT, written, Integer.MAX_VALUE)) {
        examine(document);
        for (long hash : resemblance.sketch(document).hashes()) {
          hashes.add(hash);
        }
      }
    }
    for (int document : withNumber(touched.families())) {
      examine(document);
    }
    for (long hash : hashes) {
      addIfLimitIsCrossed(hash, prior);
    }
  }

  /** A run of words that starts or stops being a set phrase splits or joins families. */
  private void addIfLimitIsCrossed(long hash, PriorIndex prior) throws IOException {
    BytesRef term = Sketch.term(hash);
    boolean isRare =
        live.frequency(IndexSchema.SKETCH, term) <= MOST_SHARING
            && prior.frequency(hash) <= MOST_SHARING;
    if (isRare) {
      return;
    }
    List<Integer> now = live.documents(IndexSchema.SKETCH, term, Integer.MAX_VALUE);
    boolean wasTooFrequent = prior.sharing(hash, MOST_SHARING + 1) > MOST_SHARING;
    if (wasTooFrequent != now.size() > MOST_SHARING) {
      now.forEach(this::examine);
    }
  }

  private void examine(int document) {
    if (!met.getAndSet(document)) {
      open.add(document);
    }
  }

  private List<Integer> withNumber(Set<Long> numbers) throws IOException {
    List<Integer> found = new ArrayList<>();
    NumericDocValues values = MultiDocValues.getNumericValues(reader, IndexSchema.FAMILY);
    if (values == null || numbers.isEmpty()) {
      return found;
    }
    for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
      if (live.isLive(doc) && numbers.contains(values.longValue())) {
        found.add(doc);
      }
    }
    return found;
  }

  /** Adds the articles that have a family number, which may be alone now. */
  private void addNumbered() throws IOException {
    NumericDocValues values = MultiDocValues.getNumericValues(reader, IndexSchema.FAMILY);
    while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (live.isLive(values.docID())) {
        met.set(values.docID());
      }
    }
  }

  private void number() throws IOException {
    List<List<Integer>> families = new ArrayList<>();
    int members = 0;
    for (int document = met.nextSetBit(0); document != DocIdSetIterator.NO_MORE_DOCS; ) {
      if (forest.root(document) == document) {
        families.add(forest.family(document));
        members += families.getLast().size();
      }
      if (members >= BATCH) {
        number(families);
        members = 0;
      }
      document =
          document + 1 < met.length()
              ? met.nextSetBit(document + 1)
              : DocIdSetIterator.NO_MORE_DOCS;
    }
    number(families);
  }

  private void number(List<List<Integer>> families) throws IOException {
    StoredFields stored = reader.storedFields();
    for (List<Integer> family : families) {
      for (int document : family) {
        stored.prefetch(document);
      }
    }
    for (List<Integer> family : families) {
      number(family, stored);
    }
    families.clear();
  }

  /** Looks up the locations of one family at a time: there may be very many. */
  private void number(List<Integer> family, StoredFields stored) throws IOException {
    Map<RecordPlace, Integer> members = new TreeMap<>();
    for (int document : family) {
      members.put(StoredArticle.firstPlace(stored, document), document);
    }
    Long number =
        members.size() < 2
            ? null
            : number(members.keySet().iterator().next(), ArchiveCollection.of(index.home()));
    for (Map.Entry<RecordPlace, Integer> member : members.entrySet()) {
      update(member.getKey(), member.getValue(), number);
    }
  }

  private void update(RecordPlace place, int document, @Nullable Long number) throws IOException {
    NumericDocValues values = MultiDocValues.getNumericValues(reader, IndexSchema.FAMILY);
    boolean isNumbered = values != null && values.advanceExact(document);
    boolean isRight = number == null ? !isNumbered : isNumbered && values.longValue() == number;
    if (!isRight) {
      index
          .writer()
          .updateDocValues(
              new Term(IndexSchema.RECORD, place.key()),
              new NumericDocValuesField(IndexSchema.FAMILY, number));
    }
  }

  /**
   * The number of a family, derived from the location of its first member: another one in each
   * collection that was read from there.
   */
  private static long number(RecordPlace first, ArchiveCollection collection) {
    byte[] key = first.key().getBytes(StandardCharsets.UTF_8);
    return StringHelper.murmurhash3_x64_128(key, 0, key.length, collection.seed())[0];
  }
}
