package broadsheet.lucene;

import broadsheet.article.Article;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.ArchiveCollections;
import broadsheet.engine.ArchivePart;
import broadsheet.engine.ArticleProgress;
import broadsheet.engine.Engine;
import broadsheet.engine.EngineProvider;
import broadsheet.engine.ErasureSession;
import broadsheet.engine.IndexRoom;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.NameMode;
import broadsheet.engine.PinnedIndex;
import broadsheet.engine.ReadParts;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.Vectors;
import broadsheet.engine.WriteLock;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.Source;
import broadsheet.lucene.index.ArchiveParts;
import broadsheet.lucene.index.FilledSession;
import broadsheet.lucene.index.IndexFolder;
import broadsheet.lucene.index.LuceneErasureSession;
import broadsheet.lucene.index.LuceneIndexingSession;
import broadsheet.lucene.index.PartSession;
import broadsheet.lucene.index.PartState;
import broadsheet.lucene.schema.CommitFiles;
import broadsheet.lucene.semantic.LuceneVectors;
import broadsheet.names.NameTable;
import broadsheet.path.PathName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The embedded engine: an index in a local folder. Immutable.
 *
 * @param folder the folder of the index
 */
public record LuceneEngine(Path folder) implements Engine {

  /** Takes every location to be a folder. */
  public static final class Provider implements EngineProvider {
    @Override
    public Optional<Engine> at(String location) {
      return Optional.of(new LuceneEngine(PathName.toPath(location)));
    }
  }

  @Override
  public boolean hasIndex() {
    return !LuceneCollections.in(folder).isEmpty();
  }

  @Override
  public List<Source> sources() {
    return CommitFiles.sources(folder);
  }

  @Override
  public Optional<IndexRoom> room() {
    return IndexFolder.room(folder);
  }

  @Override
  public SearchEngine search(Duration limit) {
    return ArchiveCollection.beside(folder).isEmpty()
        ? LuceneSearchEngine.open(folder, limit)
        : new LuceneCollections(folder, limit).whole();
  }

  @Override
  public SearchEngine searchAlone() {
    return LuceneSearchEngine.open(folder);
  }

  @Override
  public ArchiveCollections collections(Duration limit) {
    return new LuceneCollections(folder, limit);
  }

  @Override
  public IndexingSession rebuild(NameMode names) {
    return LuceneIndexingSession.open(IndexFolder.searched(folder), names);
  }

  @Override
  public IndexingSession update(NameMode names) {
    return LuceneIndexingSession.update(IndexFolder.searched(folder), names);
  }

  @Override
  public IndexingSession part(ArchivePart part, List<Source> sources, NameMode names) {
    return PartSession.open(
        IndexFolder.searched(ArchiveParts.folder(folder, part)),
        new PartState.Task(part, sources),
        names);
  }

  @Override
  public ReadParts parts() {
    return ArchiveParts.in(folder).summary();
  }

  @Override
  public IndexingSession join() {
    return FilledSession.join(IndexFolder.searched(folder), ArchiveParts.in(folder));
  }

  @Override
  public boolean isCurrent() {
    return CommitFiles.isCurrent(folder);
  }

  @Override
  public IndexingSession upgrade(Consumer<FileRecord> files, ArticleProgress progress) {
    return FilledSession.upgrade(IndexFolder.searched(folder), files, progress);
  }

  @Override
  public IndexingSession copy(Optional<Supplier<NameTable>> names) {
    return FilledSession.copy(IndexFolder.searched(folder), names);
  }

  @Override
  public boolean findsNames() {
    return CommitFiles.findsNames(folder);
  }

  @Override
  public void tidy() {
    IndexFolder.searched(folder).tidy();
  }

  @Override
  public void check(Consumer<Article> article) {
    LuceneSearchEngine.check(folder, article);
  }

  @Override
  public PinnedIndex pin() {
    return new PinnedCommit(folder);
  }

  @Override
  public WriteLock lock() {
    return IndexFolder.lock(folder);
  }

  @Override
  public ErasureSession erasing() {
    return LuceneErasureSession.open(folder);
  }

  @Override
  public Vectors vectors() {
    return new LuceneVectors(folder);
  }
}
