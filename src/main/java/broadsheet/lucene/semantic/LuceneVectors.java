package broadsheet.lucene.semantic;

import broadsheet.engine.TextEmbedder;
import broadsheet.engine.Vectors;
import java.nio.file.Path;

/**
 * The vectors in the index of passages inside an index folder. Immutable.
 *
 * @param index the folder of the main index
 */
public record LuceneVectors(Path index) implements Vectors {

  @Override
  public boolean exist() {
    return SemanticIndexing.exists(index);
  }

  @Override
  public Report update(TextEmbedder model, Progress progress) {
    return SemanticIndexing.update(index, model, progress);
  }

  @Override
  public long check() {
    try (VectorIndex vectors = new VectorIndex(index)) {
      return vectors.check();
    }
  }
}
