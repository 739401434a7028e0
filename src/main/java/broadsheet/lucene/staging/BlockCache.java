package broadsheet.lucene.staging;

import broadsheet.lucene.staging.FileStore.Block;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * An LRU cache of blocks of files in a store. Blocks that will be wanted, and the next ones where a
 * file is read from front to back, are read together. Thread-safe.
 */
final class BlockCache {

  /** 32 MB. */
  private static final int MOST = 2_048;

  private static final int AHEAD = 64;

  private final String folder;
  private final FileStore store;
  private final Map<Block, byte[]> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Block, byte[]> eldest) {
          return size() > MOST;
        }
      };
  private final SequencedSet<Block> wanted = new LinkedHashSet<>();

  BlockCache(String folder, FileStore store) {
    this.folder = folder;
    this.store = store;
  }

  /** Notes that a block will be read. */
  synchronized void want(Block block) {
    if (!known.containsKey(block)) {
      wanted.add(block);
      if (wanted.size() > MOST / 2) {
        wanted.removeFirst(); // read when it is needed
      }
    }
  }

  synchronized byte[] get(Block block) {
    byte @Nullable [] found = known.get(block);
    return found == null ? read(block) : found;
  }

  private byte[] read(Block block) {
    SequencedSet<Block> batch = new LinkedHashSet<>(List.of(block));
    if (known.containsKey(new Block(block.file(), block.number() - 1))) {
      long blocks = block.file().blocks();
      for (long next = block.number() + 1; next < blocks && batch.size() < AHEAD; next++) {
        batch.add(new Block(block.file(), next));
      }
    }
    while (!wanted.isEmpty() && batch.size() < FileStore.MOST_BLOCKS) {
      batch.add(wanted.removeFirst());
    }
    batch.removeIf(known::containsKey);
    List<Block> asked = new ArrayList<>(batch);
    List<byte[]> answers = store.read(folder, asked);
    for (int i = 0; i < asked.size(); i++) {
      known.put(asked.get(i), answers.get(i));
      wanted.remove(asked.get(i));
    }
    return answers.get(asked.indexOf(block));
  }
}
