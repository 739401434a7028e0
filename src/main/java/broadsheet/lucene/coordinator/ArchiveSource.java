package broadsheet.lucene.coordinator;

import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.EngineException;
import java.util.Map;
import java.util.Optional;

/** Provides the current state of the archive. Thread-safe. */
public interface ArchiveSource extends AutoCloseable {

  /**
   * The current state of the archive; the same object until the state changes.
   *
   * @throws EngineException when there is none
   */
  ShardedArchive current();

  /**
   * A later state than one that the shards cannot show any more.
   *
   * @return the same one if no later one was found
   * @throws EngineException when there is none
   */
  ShardedArchive after(ShardedArchive gone);

  /** The number of the current state; grows with each commit. */
  long generation();

  /**
   * A sentence that says why searches fail, or may not show the current state; empty when they
   * work.
   */
  Optional<String> fault();

  /** The numbers of the published states that are searched, by collection. */
  default Map<ArchiveCollection, Long> states() {
    return Map.of(ArchiveCollection.FIRST, current().format().state());
  }

  /** The vectors of the archive's passages. */
  PassageSource passages();

  @Override
  void close();
}
