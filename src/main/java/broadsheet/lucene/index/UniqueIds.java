package broadsheet.lucene.index;

import java.util.HashMap;
import java.util.Map;

/**
 * Hands out each id once; who asks for one that is taken gets it with a number behind it. Keeps
 * eight bytes an id, a fingerprint, so two different ids may be taken for one in some 10^19 pairs,
 * at the cost of a needless number. Thread-safe.
 */
final class UniqueIds {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final int FIRST_SIZE = 1 << 12;

  /** Open addressing; 0 is a free slot. At most half full. */
  private long[] taken = new long[FIRST_SIZE];

  private int count;
  private final Map<Long, Integer> numbers = new HashMap<>();

  /** The id itself, or the first free one of {@code id~2}, {@code id~3}… */
  synchronized String claim(String id) {
    long fingerprint = fingerprint(id);
    if (add(fingerprint)) {
      return id;
    }
    int number = numbers.getOrDefault(fingerprint, 2);
    while (!add(fingerprint(id + "~" + number))) {
      number++;
    }
    numbers.put(fingerprint, number + 1);
    return id + "~" + number;
  }

  /** Whether it was not there before. */
  private boolean add(long fingerprint) {
    if (2 * count >= taken.length) {
      grow();
    }
    int slot = slot(fingerprint);
    if (taken[slot] == fingerprint) {
      return false;
    }
    taken[slot] = fingerprint;
    count++;
    return true;
  }

  private int slot(long fingerprint) {
    int slot = (int) (fingerprint >>> 32) & (taken.length - 1);
    while (taken[slot] != 0 && taken[slot] != fingerprint) {
      slot = (slot + 1) & (taken.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] old = taken;
    taken = new long[2 * old.length];
    for (long fingerprint : old) {
      if (fingerprint != 0) {
        taken[slot(fingerprint)] = fingerprint;
      }
    }
  }

  /** FNV-1a over UTF-16 units, its bits mixed at the end; never 0. */
  private static long fingerprint(String id) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * FNV_PRIME;
    }
    long mixed = (hash ^ (hash >>> 32)) * MIX;
    return mixed == 0 ? 1 : mixed;
  }
}
