package broadsheet.lucene.index;

import java.util.HashSet;
import java.util.Set;

/**
 * Hands out each id once; who asks for one that is taken gets it with a number behind it. Keeps a
 * 64-bit fingerprint an id, so two different ids may be taken for the same one in some 10^19 pairs,
 * at the cost of a needless number. Thread-safe.
 */
final class UniqueIds {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final Set<Long> taken = new HashSet<>();

  /** The id itself, or the first free one of {@code id~2}, {@code id~3}… */
  synchronized String claim(String id) {
    String free = id;
    for (int number = 2; !taken.add(fingerprint(free)); number++) {
      free = id + "~" + number;
    }
    return free;
  }

  /** FNV-1a over UTF-16 units, its bits mixed at the end. */
  private static long fingerprint(String id) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * FNV_PRIME;
    }
    hash ^= hash >>> 32;
    return hash * 0x9E3779B97F4A7C15L;
  }
}
