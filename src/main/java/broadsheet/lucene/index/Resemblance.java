package broadsheet.lucene.index;

import broadsheet.lucene.furniture.Alikeness;
import broadsheet.lucene.furniture.LongList;
import broadsheet.lucene.furniture.WordRuns;
import broadsheet.lucene.schema.Shingles;
import broadsheet.lucene.schema.Sketch;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.schema.StoredFurniture;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;

/**
 * Decides whether two articles are near-duplicates (reprints): cut, re-ordered, under another
 * headline, or an update of a wire story. Compares all {@link Shingles} of the bodies; sketches
 * only save most comparisons. Not thread-safe.
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

  /**
   * The share of texts apart from furniture, where they are alike with it; unlike ones have none.
   */
  private static final double LEAST_OF_REST = 0.3;

  private static final int CACHE_SIZE = 4_096;

  private static final Set<String> READ =
      Set.of(
          QueryField.BODY.label(),
          QueryField.SOURCE.label(),
          QueryField.FURNITURE.label(),
          StoredFurniture.STRETCHES);

  private final IndexReader reader;
  private final Map<Integer, Sketch> sketches = new Recent<>();
  private final Map<Integer, Text> texts = new Recent<>();
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
    boolean answer = known == null ? compare(one, other) : known;
    answers.put(pair, answer);
    return answer;
  }

  /**
   * Compares texts without their furniture; with it where one of them has hardly anything else, and
   * where the sources differ, since another source prints what this one repeats as a part of its
   * article.
   */
  private boolean compare(int one, int other) throws IOException {
    Text first = text(one);
    Text second = text(other);
    boolean isOwn = haveMuchInCommon(first.own, second.own);
    return (isOwn || areAlikeAsAWhole(first, second))
        && !Alikeness.haveOnlyABlock(runs(one, !isOwn), runs(other, !isOwn));
  }

  /** Whether whole texts are alike, and not only in what either source repeats. */
  private static boolean areAlikeAsAWhole(Text first, Text second) {
    if (!haveMuchInCommon(first.whole, second.whole)) {
      return false;
    }
    if (Math.min(first.own.length, second.own.length) < Sketch.FEWEST_SHINGLES) {
      return true;
    }
    long[] ofFirst = first.without(second);
    long[] ofSecond = second.without(first);
    return !first.source.equalsIgnoreCase(second.source)
        && LongList.shared(ofFirst, ofSecond)
            >= LEAST_OF_REST * Math.min(ofFirst.length, ofSecond.length);
  }

  private WordRuns runs(int document, boolean isWhole) throws IOException {
    StoredArticle article = stored(document);
    return WordRuns.ofText(isWhole ? article.wholeBody() : article.text(QueryField.BODY));
  }

  private static boolean haveMuchInCommon(long[] one, long[] other) {
    int shorter = Math.min(one.length, other.length);
    int longer = Math.max(one.length, other.length);
    return shorter >= LEAST_LENGTH * longer
        && LongList.shared(one, other) >= leastShared(shorter) * shorter;
  }

  private static double leastShared(int length) {
    double longness = Math.clamp((length - SHORT) / (double) (LONG - SHORT), 0, 1);
    return LEAST_SHARED_IF_SHORT + longness * (LEAST_SHARED - LEAST_SHARED_IF_SHORT);
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

  private StoredArticle stored(int document) throws IOException {
    return new StoredArticle(reader.storedFields().document(document, READ));
  }

  private Text text(int document) throws IOException {
    Text text = texts.get(document);
    if (text == null) {
      text = new Text(stored(document));
      texts.put(document, text);
    }
    return text;
  }

  /** The shingles of an article, without its furniture and with it. */
  private static final class Text {
    private final String source;
    private final long[] own;
    private final long[] whole;

    Text(StoredArticle article) {
      source = article.text(QueryField.SOURCE);
      own = Shingles.of(List.of(article.text(QueryField.BODY)));
      whole = article.furniture().isNone() ? own : Shingles.of(List.of(article.wholeBody()));
    }

    /** The shingles that are furniture neither here nor in another article. */
    private long[] without(Text other) {
      return Arrays.stream(own).filter(run -> !isFurniture(run, other)).toArray();
    }

    private static boolean isFurniture(long run, Text text) {
      return Arrays.binarySearch(text.whole, run) >= 0 && Arrays.binarySearch(text.own, run) < 0;
    }
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
