package broadsheet.lucene.schema;

import broadsheet.lucene.furniture.LongList;
import broadsheet.lucene.furniture.WordHashes;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The runs of {@value #WIDTH} words of a text, as 64-bit hashes. Case, punctuation and paragraph
 * breaks do not count, so that a newly set reprint has the same shingles.
 *
 * <p>Source: Broder, "On the resemblance and containment of documents", 1997.
 */
public final class Shingles {

  static final int WIDTH = 4;

  private static final long PLACE_PRIME = 0x9E3779B97F4A7C15L;

  private final long[] words = new long[WIDTH];
  private final LongConsumer sink;
  private int count;

  private Shingles(LongConsumer sink) {
    this.sink = sink;
  }

  /** The distinct hashes, sorted; empty for a text of fewer than {@value #WIDTH} words. */
  public static long[] of(List<String> paragraphs) {
    LongList all = new LongList();
    each(paragraphs, all::add);
    return all.distinct();
  }

  /** Passes on each hash, in the order of the text. */
  static void each(List<String> paragraphs, LongConsumer sink) {
    Shingles shingles = new Shingles(sink);
    paragraphs.forEach(text -> WordHashes.each(text, (word, _, _) -> shingles.end(word)));
  }

  private void end(long word) {
    words[count % WIDTH] = word;
    count++;
    if (count >= WIDTH) {
      long run = 0;
      for (int i = 0; i < WIDTH; i++) {
        run = (run + words[(count + i) % WIDTH]) * PLACE_PRIME;
      }
      sink.accept(WordHashes.mixed(run));
    }
  }
}
