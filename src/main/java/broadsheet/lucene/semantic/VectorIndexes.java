package broadsheet.lucene.semantic;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The vectors beside an index, in one index for each model. Thread-safe. */
public final class VectorIndexes implements StoredVectors, AutoCloseable {

  private final Path index;
  private final Map<String, VectorIndex> opened = new HashMap<>();

  /**
   * Opens nothing yet.
   *
   * @param index the folder of the main index
   */
  public VectorIndexes(Path index) {
    this.index = index;
  }

  @Override
  public Map<String, Optional<String>> models() {
    Map<String, Optional<String>> models = new LinkedHashMap<>();
    VectorIndex.models(index).forEach(name -> models.put(name, of(name).description()));
    return models;
  }

  /** Those of a model. */
  public synchronized VectorIndex of(String model) {
    return opened.computeIfAbsent(model, name -> new VectorIndex(index, name));
  }

  @Override
  public synchronized void close() {
    opened.values().forEach(VectorIndex::close);
  }
}
