package broadsheet.lucene.schema;

import java.util.Arrays;
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

  private static final long WORD_SEED = 0xcbf29ce484222325L;
  private static final long WORD_PRIME = 0x100000001b3L;
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
    return Arrays.stream(all.values, 0, all.size).sorted().distinct().toArray();
  }

  /** Passes on each hash, in the order of the text. */
  static void each(List<String> paragraphs, LongConsumer sink) {
    Shingles shingles = new Shingles(sink);
    paragraphs.forEach(shingles::read);
  }

  private void read(String text) {
    long word = WORD_SEED;
    boolean isInWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isWhole = c >= '\u2e80' && Character.isIdeographic(c);
      if (isInWord && (isWhole || !isWordCharacter(c))) {
        end(word);
        isInWord = false;
      }
      if (isWhole) {
        end(WORD_SEED ^ c);
      } else if (isWordCharacter(c)) {
        word = ((isInWord ? word : WORD_SEED) ^ lower(c)) * WORD_PRIME;
        isInWord = true;
      }
    }
    if (isInWord) {
      end(word);
    }
  }

  private static boolean isWordCharacter(char c) {
    return c < 128
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        : Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  private static char lower(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return Character.toLowerCase(c);
  }

  private void end(long word) {
    words[count % WIDTH] = word;
    count++;
    if (count >= WIDTH) {
      long run = 0;
      for (int i = 0; i < WIDTH; i++) {
        run = (run + words[(count + i) % WIDTH]) * PLACE_PRIME;
      }
      sink.accept(mixed(run));
    }
  }

  /** The finalizer of MurmurHash3, so that the smallest hashes are a fair sample. */
  private static long mixed(long hash) {
    long h = hash;
    h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }

  /** A list of primitive numbers. */
  private static final class LongList {
    private long[] values = new long[512];
    private int size;

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }
  }
}
