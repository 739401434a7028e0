package broadsheet.lucene.coordinator;

import broadsheet.engine.EmbeddingModels;
import broadsheet.lucene.engine.ArchiveEngine;
import java.time.Duration;
import java.util.function.Supplier;

/** Searches an archive in shards. Thread-safe. */
public final class ShardedSearchEngine extends ArchiveEngine {

  /**
   * Searches with the models that this program has.
   *
   * @param limit the time from a request to its answer
   */
  public ShardedSearchEngine(ArchiveSource source, Duration limit) {
    this(source, EmbeddingModels::installed, limit);
  }

  /**
   * @param models the models for search by meaning, which are looked up when first needed
   * @param limit the time from a request to its answer
   */
  public ShardedSearchEngine(
      ArchiveSource source, Supplier<EmbeddingModels> models, Duration limit) {
    super(new ShardedReads(source, models, limit));
  }
}
