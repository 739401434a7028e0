package broadsheet.lucene.semantic;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** The vectors beside each of some indexes, in one index for each model. Thread-safe. */
public final class VectorIndexes implements StoredVectors, AutoCloseable {

  private final List<Path> indexes;
  private final Map<String, List<VectorIndex>> opened = new HashMap<>();

  /**
   * Opens nothing yet.
   *
   * @param indexes the folders of the main indexes, at least one
   */
  public VectorIndexes(List<Path> indexes) {
    this.indexes = List.copyOf(indexes);
  }

  @Override
  public Map<String, Optional<String>> models() {
    Map<String, Optional<String>> models = new LinkedHashMap<>();
    for (Path index : indexes) {
      VectorIndex.models(index).forEach(name -> models.computeIfAbsent(name, this::description));
    }
    return models;
  }

  /** That of all indexes; if they differ, one that is no model's, so that none is searched. */
  private Optional<String> description(String model) {
    return of(model).stream()
        .map(VectorIndex::description)
        .flatMap(Optional::stream)
        .distinct()
        .sorted()
        .reduce((one, other) -> one + " and " + other);
  }

  /** Those of a model, beside each index. */
  private synchronized List<VectorIndex> of(String model) {
    return opened.computeIfAbsent(
        model, name -> indexes.stream().map(index -> new VectorIndex(index, name)).toList());
  }

  /** The passages nearest to a query, of all indexes; see {@link VectorIndex#nearest}. */
  public List<NearPassage> nearest(
      String model,
      PassageSearch search,
      IndexReader articles,
      @Nullable Bits allowed,
      QueryTimeout timeout) {
    List<VectorIndex> vectors = of(model);
    if (vectors.size() == 1) {
      return vectors.getFirst().nearest(search, articles, allowed, timeout);
    }
    return vectors.stream()
        .flatMap(each -> each.nearest(search, articles, allowed, timeout).stream())
        .sorted(NearPassage.ORDER)
        .limit(search.most())
        .toList();
  }

  @Override
  public synchronized void close() {
    opened.values().forEach(vectors -> vectors.forEach(VectorIndex::close));
  }
}
