package broadsheet.lucene.semantic;

import broadsheet.engine.ArticleProgress;
import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.Vectors;
import java.nio.file.Path;
import java.util.Set;

/**
 * The vectors in the indexes of passages inside an index folder. Immutable.
 *
 * @param index the folder of the main index
 */
public record LuceneVectors(Path index) implements Vectors {

  @Override
  public boolean exist() {
    return SemanticIndexing.exists(index);
  }

  @Override
  public Set<String> models() {
    return SemanticFormat.models(index);
  }

  @Override
  public Report update(EmbeddingModels models, ArticleProgress progress) {
    return SemanticIndexing.update(index, models, progress);
  }

  @Override
  public void prune() {
    VectorPruning.prune(index);
  }

  @Override
  public long check() {
    return VectorIndex.check(index);
  }
}
