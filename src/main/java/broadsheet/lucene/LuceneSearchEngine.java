package broadsheet.lucene;

import broadsheet.article.Article;
import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.Engine;
import broadsheet.engine.EngineException;
import broadsheet.lucene.engine.ArchiveEngine;
import broadsheet.lucene.local.LocalReads;
import broadsheet.lucene.meaning.Meanings;
import broadsheet.lucene.snapshot.CommittedIndex;
import broadsheet.lucene.snapshot.OpenIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Searches an index on a local disk. Thread-safe. */
public final class LuceneSearchEngine extends ArchiveEngine {

  private final OpenIndex index;

  private LuceneSearchEngine(OpenIndex index, Meanings meanings, Duration limit) {
    super(new LocalReads(index, meanings, limit));
    this.index = index;
  }

  /** Whether the folder holds an index, in any format and any state. */
  public static boolean hasIndex(Path folder) {
    return CommittedIndex.exists(folder);
  }

  /**
   * Opens the index in a folder with the default time limit.
   *
   * @throws EngineException when there is no index, or it is damaged or has another format
   */
  public static LuceneSearchEngine open(Path folder) {
    return open(folder, Engine.TIME_LIMIT);
  }

  /**
   * Opens the index in a folder.
   *
   * @param limit the time from a request to its answer
   * @throws EngineException when there is no index, or it is damaged or has another format
   */
  public static LuceneSearchEngine open(Path folder, Duration limit) {
    return new LuceneSearchEngine(CommittedIndex.open(folder), Meanings.of(folder), limit);
  }

  /**
   * Searches an open index.
   *
   * @param folders the folders that it is in
   * @param limit the time from a request to its answer
   */
  static LuceneSearchEngine over(OpenIndex index, List<Path> folders, Duration limit) {
    return new LuceneSearchEngine(index, Meanings.of(folders.toArray(Path[]::new)), limit);
  }

  /**
   * Opens the index in a folder with the default time limit, and with given models for search by
   * meaning.
   *
   * @throws EngineException when there is no index, or it is damaged or has another format
   */
  public static LuceneSearchEngine open(Path folder, EmbeddingModels models) {
    return new LuceneSearchEngine(
        CommittedIndex.open(folder), Meanings.of(folder, models), Engine.TIME_LIMIT);
  }

  /**
   * Verifies every byte of the index in a folder before using it, and reads every article back.
   *
   * @throws EngineException when there is no index, or it is damaged or has another format
   */
  public static void check(Path folder, Consumer<Article> article) {
    CommittedIndex.verify(folder);
    try (LuceneSearchEngine engine = open(folder)) {
      engine.readBack(article);
    }
  }

  private void readBack(Consumer<Article> article) {
    index.read(
        snapshot -> {
          IndexCheck.check(snapshot, article);
          return snapshot;
        });
  }
}
