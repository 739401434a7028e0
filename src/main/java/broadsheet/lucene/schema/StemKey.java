package broadsheet.lucene.schema;

import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Numbers that identify stems: the keys of {@link ForwardText}. A stem of at most {@value #LONGEST}
 * letters a to z and digits is read as a number to the base {@value #BASE}, which is at least 0 and
 * can be turned back into the stem. The key of any other stem is a hash, which is negative;
 * collisions are not expected.
 */
public final class StemKey {

  /** The key of the empty stem. */
  static final long EMPTY = 0;

  /** The characters of a stem that is its own key, and one value that none has. */
  private static final int BASE = 37;

  /** The most characters of such a stem: this many digits to that base fit in 63 bits. */
  private static final int LONGEST = 12;

  private static final long GREATEST = greatest();

  private static final int LETTERS = 'z' - 'a' + 1;

  private StemKey() {}

  private static long greatest() {
    long number = 0;
    for (int i = 0; i < LONGEST; i++) {
      number = number * BASE + BASE - 1;
    }
    return number;
  }

  /** The key of a stem in UTF-8. */
  public static long of(BytesRef stem) {
    if (stem.length <= LONGEST) {
      long number = 0;
      for (int i = 0; i < stem.length && number >= 0; i++) {
        int digit = digit(stem.bytes[stem.offset + i]);
        number = digit > 0 ? number * BASE + digit : -1;
      }
      if (number >= 0) {
        return number;
      }
    }
    return StringHelper.murmurhash3_x64_128(stem)[0] | Long.MIN_VALUE;
  }

  /** Whether a key can be turned back into its stem. */
  static boolean isReadable(long key) {
    return key >= 0 && key <= GREATEST;
  }

  /** The stem of a readable key. */
  static String stem(long key) {
    byte[] characters = new byte[LONGEST];
    int start = LONGEST;
    for (long rest = key; rest > 0; rest /= BASE) {
      characters[--start] = character((int) (rest % BASE));
    }
    return new String(characters, start, LONGEST - start, StandardCharsets.ISO_8859_1);
  }

  /** 1 to 26 for a letter, 27 to 36 for a digit, 0 for any other character. */
  private static int digit(byte character) {
    if (character >= 'a' && character <= 'z') {
      return character - 'a' + 1;
    }
    return character >= '0' && character <= '9' ? character - '0' + LETTERS + 1 : 0;
  }

  private static byte character(int digit) {
    return (byte) (digit <= LETTERS ? 'a' + digit - 1 : '0' + digit - LETTERS - 1);
  }
}
