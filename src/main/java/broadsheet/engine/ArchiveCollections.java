package broadsheet.engine;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * The collections of an archive, to be searched. Any of them are searched as one archive that has
 * nothing else: no number, order or word of an answer tells that there are others. Thread-safe.
 */
public interface ArchiveCollections extends AutoCloseable {

  /** Those that have an index, the first one first; one that is built later is seen soon. */
  SortedSet<ArchiveCollection> all();

  /**
   * Searches some of them as one archive.
   *
   * @param some at least one of {@link #all}
   * @return closed by the caller, before this object is
   * @throws EngineException when one of them is missing, damaged or has another format
   */
  SearchEngine search(Set<ArchiveCollection> some);

  /** The number of the newest published state of each, by name; none where an engine tells all. */
  default Map<String, Long> states() {
    return Map.of();
  }

  @Override
  void close();
}
