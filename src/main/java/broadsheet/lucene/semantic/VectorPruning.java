package broadsheet.lucene.semantic;

import broadsheet.engine.EngineException;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** Removes the vectors of articles that are gone from the files of all models. Stateless. */
final class VectorPruning {

  private VectorPruning() {}

  /**
   * Removes them, and rewrites the segments that held any.
   *
   * @param index the folder of the main index
   * @throws EngineException as {@link SemanticIndexing#update} does
   */
  static void prune(Path index) {
    SemanticIndexing.written(
        index,
        articles -> {
          for (String model : SemanticFormat.models(index)) {
            prune(articles, SemanticFormat.folder(index, model));
          }
          return articles;
        });
  }

  private static void prune(DirectoryReader articles, Path folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      if (!DirectoryReader.indexExists(directory)) {
        return;
      }
      try (IndexWriter writer = new IndexWriter(directory, config())) {
        try (DirectoryReader known = DirectoryReader.open(writer)) {
          for (BytesRef key : gone(articles, known)) {
            writer.deleteDocuments(new Term(SemanticFormat.ARTICLE, key));
          }
        }
        writer.forceMergeDeletes();
        writer.commit();
      }
    }
  }

  private static IndexWriterConfig config() {
    return new IndexWriterConfig()
        .setOpenMode(IndexWriterConfig.OpenMode.APPEND)
        .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0))
        .setMergeScheduler(new SerialMergeScheduler())
        .setCommitOnClose(false);
  }

  private static List<BytesRef> gone(DirectoryReader articles, DirectoryReader known)
      throws IOException {
    List<BytesRef> gone = new ArrayList<>();
    ArticleKeys.join(
        ArticleKeys.of(articles, IndexSchema.FINGERPRINT, MultiBits.getLiveDocs(articles)),
        ArticleKeys.of(known, SemanticFormat.ARTICLE, MultiBits.getLiveDocs(known)),
        (key, article, _) -> {
          if (article.length == 0) {
            gone.add(BytesRef.deepCopyOf(key));
          }
        });
    return gone;
  }
}
