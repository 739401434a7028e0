package broadsheet.lucene.furniture;

import broadsheet.article.Article;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.function.LongPredicate;

/**
 * The shingles (runs of {@value #WIDTH} words) of an article's body, each as a hash of {@value
 * #BITS} bits, in which the source of the article counts. A sample of them tells where an article
 * may repeat others: one run in {@value #SAMPLED}, chosen by its hash, and the run at the beginning
 * of each paragraph that is not long. Not thread-safe.
 *
 * <p>Source: Manber, "Finding similar files in a large file system", USENIX 1994, for the sample.
 */
public final class WordRuns {

  /** The number of words of a run. */
  public static final int WIDTH = 12;

  /** Places up to this far from a repeated run of the sample are compared one by one. */
  private static final int REACH = 40;

  private static final int SAMPLED = 16;

  /** A longer paragraph has enough other runs, and is seldom furniture. */
  private static final int LONGEST_OPENING = 40;

  private static final int BITS = 40;
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  /** Tells the run at the beginning of a paragraph from the same run elsewhere. */
  private static final long OPENING = 0x5851F42D4C957F2DL;

  private final String body;
  private final long source;
  private final BitSet opening = new BitSet();
  private long[] words = new long[256];
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private int size;

  private long[] runs = {};
  private long[] sorted = {};

  private WordRuns(String body, String source) {
    this.body = body;
    this.source = WordHashes.mixed(source.toLowerCase(Locale.ROOT).hashCode());
  }

  /** The runs of the whole body. */
  public static WordRuns of(Article article) {
    return of(String.join("\n", article.paragraphs()), article.source());
  }

  /** The runs of a text, to be compared with those of other sources. */
  public static WordRuns ofText(String text) {
    return of(text, "");
  }

  private static WordRuns of(String body, String source) {
    WordRuns runs = new WordRuns(body, source);
    WordHashes.each(runs.body, runs::add);
    runs.hash();
    return runs;
  }

  private void add(long word, int start, int end) {
    if (size == words.length) {
      words = Arrays.copyOf(words, 2 * size);
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    words[size] = word;
    starts[size] = start;
    ends[size] = end;
    if (size == 0 || breaksBefore(size)) {
      opening.set(size);
    }
    size++;
  }

  private boolean breaksBefore(int word) {
    for (int i = ends[word - 1]; i < starts[word]; i++) {
      if (body.charAt(i) == '\n') {
        return true;
      }
    }
    return false;
  }

  /** Polynomial hashes, each made from the one before. */
  private void hash() {
    runs = new long[Math.max(0, size - WIDTH + 1)];
    long highest = 1;
    for (int i = 1; i < WIDTH; i++) {
      highest *= PRIME;
    }
    long run = 0;
    for (int i = 0; i < size; i++) {
      run = (i < WIDTH ? run : run - words[i - WIDTH] * highest) * PRIME + words[i];
      if (i >= WIDTH - 1) {
        runs[i - WIDTH + 1] = kept(run ^ source);
      }
    }
  }

  private static long kept(long hash) {
    return WordHashes.mixed(hash) >>> (Long.SIZE - BITS);
  }

  /** The body, its paragraphs separated by one character. */
  String body() {
    return body;
  }

  /** The number of words. */
  public int size() {
    return size;
  }

  /** The number after that of the last word in the paragraph of a word. */
  int endOfParagraph(int word) {
    int next = opening.nextSetBit(word + 1);
    return next < 0 ? size : next;
  }

  long word(int number) {
    return words[number];
  }

  int start(int word) {
    return starts[word];
  }

  int end(int word) {
    return ends[word];
  }

  /** The hashes in ascending order. */
  long[] sorted() {
    if (sorted.length != runs.length) {
      sorted = runs.clone();
      Arrays.sort(sorted);
    }
    return sorted;
  }

  /** The hashes in order: that of the run that begins at each word with enough words after it. */
  long[] hashes() {
    return runs;
  }

  /** The hashes of the sample, each once, in ascending order. */
  public long[] sample() {
    LongList sample = new LongList();
    for (int i = 0; i < runs.length; i++) {
      if (isChosen(runs[i])) {
        sample.add(runs[i]);
      }
      if (isOpening(i)) {
        sample.add(kept(runs[i] ^ OPENING));
      }
    }
    return sample.distinct();
  }

  private boolean isOpening(int word) {
    return opening.get(word) && endOfParagraph(word) - word <= LONGEST_OPENING;
  }

  private static boolean isChosen(long run) {
    return run % SAMPLED == 0;
  }

  /**
   * The zones around some hashes of the sample.
   *
   * @param isRepeated whether several articles have a hash
   */
  public RunZones zones(LongPredicate isRepeated) {
    RunZones.Collecting zones = new RunZones.Collecting();
    for (int i = 0; i < runs.length; i++) {
      boolean isThere =
          (isChosen(runs[i]) && isRepeated.test(runs[i]))
              || (isOpening(i) && isRepeated.test(kept(runs[i] ^ OPENING)));
      if (isThere) {
        zones.add(Math.max(0, i - REACH), Math.min(runs.length, i + REACH + 1));
      }
    }
    return zones.zones();
  }

  /** The hashes in zones of this article, each once, in ascending order. */
  public long[] in(RunZones zones) {
    LongList compared = new LongList();
    for (RunZones.Zone zone : zones.zones()) {
      for (int i = zone.first(); i < zone.end(); i++) {
        compared.add(runs[i]);
      }
    }
    return compared.distinct();
  }

  /**
   * The words of repeated runs.
   *
   * @param isRepeated whether enough articles that are not alike have a hash
   */
  BitSet repeated(RunZones zones, LongPredicate isRepeated) {
    BitSet repeated = new BitSet();
    for (RunZones.Zone zone : zones.zones()) {
      for (int i = zone.first(); i < zone.end(); i++) {
        if (isRepeated.test(runs[i])) {
          repeated.set(i, i + WIDTH);
        }
      }
    }
    return repeated;
  }
}
