package broadsheet.lucene.index;

import broadsheet.engine.ArticleProgress;
import broadsheet.engine.EngineException;
import broadsheet.engine.NameMode;
import broadsheet.ledger.FileRecord;
import broadsheet.lucene.schema.FurnitureState;
import broadsheet.names.NameTable;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.lucene.store.Directory;

/** Starts rebuilds from articles that were read before, which more may follow. Stateless. */
public final class FilledSession {

  private FilledSession() {}

  /**
   * Starts a rebuild of the index in a folder from the parts of an archive.
   *
   * @throws EngineException as {@link LuceneIndexingSession#open} does, and when a part cannot be
   *     read
   */
  public static LuceneIndexingSession join(IndexFolder folder, ArchiveParts parts) {
    parts.requireNamesOf(folder.path());
    return filled(
        folder,
        parts.names(),
        session -> {
          long records = parts.addTo(session.index, session.losses, session.erasures);
          session.index.numbers().giveTo(session.index, session.touched);
          return records;
        });
  }

  /**
   * Starts a rebuild of the index in a folder from the articles that it has, in this or an earlier
   * format.
   *
   * @param files receives the records of the files that the index was made from
   * @param progress learns of each article that is passed on
   * @throws EngineException as {@link LuceneIndexingSession#open} does, and when there is no index,
   *     it is damaged or cannot be upgraded
   */
  public static LuceneIndexingSession upgrade(
      IndexFolder folder, Consumer<FileRecord> files, ArticleProgress progress) {
    return filled(
        folder,
        NameMode.AS_IS,
        session -> {
          Directory directory = session.index.directory();
          try (FormerIndex former = FormerIndex.of(directory, folder.path(), session.erasures)) {
            session.sources = former.sources();
            return former.addTo(session.index, session.articles, session.losses, files, progress);
          }
        });
  }

  /** Starts a rebuild from settled articles; see {@link broadsheet.engine.Engine#copy}. */
  public static LuceneIndexingSession copy(
      IndexFolder folder, Optional<Supplier<NameTable>> names) {
    return new LuceneIndexingSession(
        OpenedIndex.forRebuild(folder),
        names.isPresent() ? NameMode.FIND : NameMode.NONE,
        FurnitureState.USUAL,
        Optional.of(names.orElse(() -> NameTable.EMPTY)));
  }

  /** Adds articles to a new index, and returns their number. */
  private interface Filling {
    long into(LuceneIndexingSession session) throws IOException;
  }

  private static LuceneIndexingSession filled(IndexFolder folder, NameMode names, Filling filling) {
    LuceneIndexingSession session = LuceneIndexingSession.open(folder, names);
    try {
      session.added.add(session.index.attempt(() -> filling.into(session)));
      return session;
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }
}
