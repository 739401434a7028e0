package broadsheet.lucene.index;

import broadsheet.lucene.furniture.Alikeness;
import broadsheet.lucene.furniture.WordRuns;
import broadsheet.lucene.schema.Shingles;
import broadsheet.lucene.schema.Sketch;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;

/**
 * Decides whether two articles are reprints of each other: cut, re-ordered, under another headline,
 * or an update of a wire story. Compares all {@link Shingles} of the bodies; sketches only save
 * most comparisons. Not thread-safe.
 */
final class Resemblance {

  /** The share of the shorter text that must be in the longer one, for long texts. */
  private static final double LEAST_SHARED = 0.6;

  /** The same share for short texts: many short notices are one form with other names filled in. */
  private static final double LEAST_SHARED_IF_SHORT = 0.9;

  /**
   * The most shingles of a short text. Up to {@code LONG} the share falls linearly to that of a
   * long text.
   */
  private static final int SHORT = 40;

  private static final int LONG = 120;

  /** The minimum length of the shorter text, relative to the longer one. */
  private static final double LEAST_LENGTH = 0.3;

  private static final int CACHE_SIZE = 4_096;

  private static final Set<String> READ = Set.of(QueryField.BODY.label());

  private final IndexReader reader;
  private final Map<Integer, Sketch> sketches = new Recent<>();
  private final Map<Integer, long[]> texts = new Recent<>();
  private final Map<Long, Boolean> answers = new Recent<>();

  Resemblance(IndexReader reader) {
    this.reader = reader;
  }

  /**
   * Whether two articles are reprints, given that {@link Sketch#maySharePassagesWith} holds for
   * them.
   */
  boolean areReprints(int one, int other) throws IOException {
    long pair = ((long) Math.min(one, other) << Integer.SIZE) | Math.max(one, other);
    Boolean known = answers.get(pair);
    boolean answer = known == null ? haveMoreThanABlock(one, other) : known;
    answers.put(pair, answer);
    return answer;
  }

  private boolean haveMoreThanABlock(int one, int other) throws IOException {
    return haveMuchInCommon(text(one), text(other))
        && !Alikeness.haveOnlyABlock(WordRuns.ofText(body(one)), WordRuns.ofText(body(other)));
  }

  private static boolean haveMuchInCommon(long[] one, long[] other) {
    int shorter = Math.min(one.length, other.length);
    int longer = Math.max(one.length, other.length);
    return shorter >= LEAST_LENGTH * longer && shared(one, other) >= leastShared(shorter) * shorter;
  }

  private static double leastShared(int length) {
    double longness = Math.clamp((length - SHORT) / (double) (LONG - SHORT), 0, 1);
    return LEAST_SHARED_IF_SHORT + longness * (LEAST_SHARED - LEAST_SHARED_IF_SHORT);
  }

  /** The number of values that two sorted lists share. */
  private static int shared(long[] one, long[] other) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      shared += one[i] == other[j] ? 1 : 0;
      boolean isLess = one[i] <= other[j];
      j += one[i] >= other[j] ? 1 : 0;
      i += isLess ? 1 : 0;
    }
    return shared;
  }

  Sketch sketch(int document) throws IOException {
    Sketch sketch = sketches.get(document);
    if (sketch == null) {
      sketch = Sketch.of(reader, document);
      sketches.put(document, sketch);
    }
    return sketch;
  }

  /** Expects that the text of an article will be compared. */
  void expect(int document) throws IOException {
    if (!texts.containsKey(document)) {
      reader.storedFields().prefetch(document);
    }
  }

  private String body(int document) throws IOException {
    return new StoredArticle(reader.storedFields().document(document, READ)).text(QueryField.BODY);
  }

  private long[] text(int document) throws IOException {
    long[] text = texts.get(document);
    if (text == null) {
      text = Shingles.of(List.of(body(document)));
      texts.put(document, text);
    }
    return text;
  }

  /** A least-recently-used cache. */
  private static final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > CACHE_SIZE;
    }
  }
}
