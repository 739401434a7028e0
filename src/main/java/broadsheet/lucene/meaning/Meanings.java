package broadsheet.lucene.meaning;

import broadsheet.engine.EmbeddingModels;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.semantic.NearPassage;
import broadsheet.lucene.semantic.PassageSearch;
import broadsheet.lucene.semantic.VectorIndexes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** The models this program has, if any, and the vectors beside some indexes. Thread-safe. */
public final class Meanings implements AutoCloseable {

  private final VectorIndexes vectors;
  private final QueryVectors queries;

  private Meanings(List<Path> indexes, Supplier<EmbeddingModels> finding) {
    vectors = new VectorIndexes(indexes);
    queries = new QueryVectors(vectors, finding);
  }

  /** Uses the models that this program has, which are looked up when first needed. */
  public static Meanings of(Path... indexes) {
    return new Meanings(List.of(indexes), EmbeddingModels::installed);
  }

  /** Uses the given models. */
  public static Meanings of(Path index, EmbeddingModels models) {
    return new Meanings(List.of(index), () -> models);
  }

  /** See {@link QueryVectors#trouble}. */
  public Optional<String> trouble() {
    return queries.trouble();
  }

  /** See {@link QueryVectors#load}. */
  public void load() {
    queries.load();
  }

  /** See {@link QueryVectors#of}. */
  public QueryEmbeddings asked(String text) {
    return queries.of(text);
  }

  /**
   * The passages nearest to a query, nearest first.
   *
   * @param articles the state of the main index to search
   * @param allowed the articles that may be found; null for any
   */
  List<NearPassage> nearest(
      ModelQuery query, int most, IndexReader articles, @Nullable Bits allowed, Deadline deadline) {
    PassageSearch search = PassageSearch.alone(query.vector(), most, query.scale().least());
    return vectors.nearest(query.model(), search, articles, allowed, deadline);
  }

  @Override
  public void close() {
    vectors.close();
  }
}
