package broadsheet.lucene.furniture;

/**
 * Reads the words of a text as hashes. Case and punctuation do not count, so that a newly set text
 * has the same words. An ideograph is a word. Stateless.
 */
public final class WordHashes {

  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private WordHashes() {}

  /** Receives each word of a text. */
  public interface Sink {
    void word(long hash, int start, int end);
  }

  /** Passes on each word, in the order of the text. */
  public static void each(String text, Sink sink) {
    long word = SEED;
    int start = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isWhole = isWhole(c);
      if (start >= 0 && (isWhole || !isWordCharacter(c))) {
        sink.word(word, start, i);
        start = -1;
      }
      if (isWhole) {
        sink.word(SEED ^ c, i, i + 1);
      } else if (isWordCharacter(c)) {
        word = ((start >= 0 ? word : SEED) ^ lower(c)) * PRIME;
        start = start >= 0 ? start : i;
      }
    }
    if (start >= 0) {
      sink.word(word, start, text.length());
    }
  }

  /** Whether a character is a word of its own. */
  static boolean isWhole(char c) {
    return c >= '\u2e80' && Character.isIdeographic(c);
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

  /** The finalizer of MurmurHash3, so that the smallest hashes are a fair sample. */
  public static long mixed(long hash) {
    long h = hash;
    h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
