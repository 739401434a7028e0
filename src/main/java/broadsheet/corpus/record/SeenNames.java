package broadsheet.corpus.record;

/**
 * A set of names kept as 64-bit hashes, in about 16 bytes each, so that millions cost little. Two
 * names may be confused, about once in ten thousand million million pairs. Not thread-safe.
 */
public final class SeenNames {
  private static final int FIRST_CAPACITY = 16;
  private static final long PRIME = 0x100000001b3L;

  private long[] hashes = new long[FIRST_CAPACITY];
  private int count;

  /** Adds a name. Returns whether it is new. */
  public boolean add(String name) {
    if (2L * count >= hashes.length) {
      grow();
    }
    if (!put(hashes, hash(name))) {
      return false;
    }
    count++;
    return true;
  }

  private void grow() {
    long[] larger = new long[hashes.length * 2];
    for (long hash : hashes) {
      if (hash != 0) {
        put(larger, hash);
      }
    }
    hashes = larger;
  }

  private static boolean put(long[] hashes, long hash) {
    int at = (int) (hash ^ (hash >>> 32)) & (hashes.length - 1);
    while (hashes[at] != 0) {
      if (hashes[at] == hash) {
        return false;
      }
      at = (at + 1) & (hashes.length - 1);
    }
    hashes[at] = hash;
    return true;
  }

  /** FNV-1a over the characters, mixed; never 0. */
  private static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * PRIME;
    }
    hash ^= hash >>> 32;
    hash *= 0x9e3779b97f4a7c15L;
    hash ^= hash >>> 29;
    return hash == 0 ? 1 : hash;
  }
}
