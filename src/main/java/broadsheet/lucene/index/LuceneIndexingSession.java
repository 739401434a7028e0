package broadsheet.lucene.index;

import broadsheet.article.Article;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.ArticleProgress;
import broadsheet.engine.EngineException;
import broadsheet.engine.FurnitureChange;
import broadsheet.engine.IndexingReport;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.NameMode;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Source;
import broadsheet.ledger.SourceLoss;
import broadsheet.lucene.schema.CommitFiles;
import broadsheet.lucene.schema.Fingerprint;
import broadsheet.lucene.schema.FurnitureState;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.NamesState;
import broadsheet.names.NameTable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;

/**
 * Rebuilds or updates an index and replaces the old one by a single atomic Lucene commit. Articles
 * are analysed by one thread per processor. The folder's write lock, which also works across
 * processes, is held until the session is closed.
 */
public final class LuceneIndexingSession implements IndexingSession {

  private final OpenedIndex index;
  private final IndexWriter writer;
  private final PriorIndex prior;
  private final ChangeSet touched;
  private final SourceCounts losses;
  private final Removals removals;
  private final ArticleWriting articles;
  private final SessionLedger ledger;
  private final SessionNames names;
  private final boolean isCopy;
  private final ArchiveCollection collection;
  private volatile FurnitureState furniture;
  private final AtomicLong numbers = new AtomicLong();
  private List<Source> sources;
  private final LongAdder added = new LongAdder();
  private final LongAdder kept = new LongAdder();

  /** Copies articles where it is known what the names in them stand for. */
  private LuceneIndexingSession(
      OpenedIndex index,
      NameMode mode,
      FurnitureState furniture,
      Optional<Supplier<NameTable>> copied) {
    this.index = index;
    isCopy = copied.isPresent();
    collection = ArchiveCollection.of(index.folder());
    writer = index.writer();
    prior = index.prior();
    sources = prior.format().sources();
    touched = index.isUpdate() ? ChangeSet.nothingYet() : ChangeSet.all();
    losses = SourceCounts.of(index);
    removals = new Removals(index, touched, losses);
    names = new SessionNames(index, touched, mode, copied);
    this.furniture = furniture;
    ledger = new SessionLedger(index, touched, numbers);
    articles =
        new ArticleWriting(
            index, touched, names.naming(), () -> isCopy ? FurnitureState.NOWHERE : this.furniture);
  }

  /**
   * Starts a rebuild of the index in a folder, which is created when missing.
   *
   * @param names what is done about names
   * @throws EngineException when another process is writing it, or it cannot be written
   */
  public static LuceneIndexingSession open(IndexFolder folder, NameMode names) {
    boolean goesOn = names == NameMode.AS_IS && CommitFiles.findsNames(folder.path());
    NameMode mode = goesOn ? NameMode.FIND : names;
    return new LuceneIndexingSession(
        OpenedIndex.forRebuild(folder),
        mode,
        CommitFiles.furniture(folder.path()),
        Optional.empty());
  }

  /**
   * Starts a rebuild of the index in a folder from the parts of an archive, which may be followed
   * by more files.
   *
   * @throws EngineException as {@link #open} does, and when a part cannot be read
   */
  public static LuceneIndexingSession join(IndexFolder folder, ArchiveParts parts) {
    parts.requireNamesOf(folder.path());
    return filled(
        folder,
        parts.names(),
        session -> {
          long records = parts.addTo(session.index, session.losses);
          session.index.numbers().giveTo(session.index, session.touched);
          return records;
        });
  }

  /**
   * Starts a rebuild of the index in a folder from the articles that it has, in this or an earlier
   * format, which may be followed by more files.
   *
   * @param files receives the records of the files that the index was made from
   * @param progress learns of each article that is passed on
   * @throws EngineException as {@link #open} does, and when there is no index, it is damaged or
   *     cannot be upgraded
   */
  public static LuceneIndexingSession upgrade(
      IndexFolder folder, Consumer<FileRecord> files, ArticleProgress progress) {
    return filled(
        folder,
        NameMode.AS_IS,
        session -> {
          Directory directory = session.index.directory();
          try (FormerIndex former = FormerIndex.of(directory, folder.path())) {
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
    LuceneIndexingSession session = open(folder, names);
    try {
      session.added.add(session.index.attempt(() -> filling.into(session)));
      return session;
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /**
   * Starts an update of the index in a folder.
   *
   * @param names what is done about names
   * @throws EngineException when there is no index, it has another format, another process is
   *     writing it, or it cannot be written
   */
  public static LuceneIndexingSession update(IndexFolder folder, NameMode names) {
    OpenedIndex index = OpenedIndex.forUpdate(folder);
    FurnitureState furniture = index.prior().format().furniture();
    return new LuceneIndexingSession(index, names, furniture, Optional.empty());
  }

  @Override
  public void treat(FurnitureChange change) {
    furniture = furniture.after(change);
    if (!furniture.equals(prior.format().furniture())) {
      touched.everything();
    }
  }

  @Override
  public Optional<FileRecord> known(String path) {
    return index.attempt(() -> prior.known(path));
  }

  @Override
  public List<Source> sources() {
    return sources;
  }

  @Override
  public void keep(FileRecord file) {
    index.attempt(
        () -> {
          ledger.keep(file);
          kept.add(file.articles());
          return file;
        });
  }

  @Override
  public void begin(String path) {
    index.attempt(
        () -> {
          prior.see(path);
          return prior.isEmpty() ? 0 : ledger.forget(path);
        });
  }

  @Override
  public void add(String path, Article article) {
    IndexedArticle indexed =
        IndexedArticle.of(path, collection.own(article), numbers.incrementAndGet());
    if (prior.isEmpty()) {
      losses.came(path);
    } else if (index.attempt(() -> removals.retains(indexed.first(), Fingerprint.of(indexed)))) {
      return;
    }
    added.increment();
    articles.submit(indexed);
  }

  @Override
  public Map<String, String> rejected() {
    return articles.rejected();
  }

  @Override
  public void enter(String path, LedgerEntry entry) {
    LedgerEntry own = entry.withIds(collection::id);
    index.attempt(() -> ledger.enter(path, own));
  }

  @Override
  public void end(FileRecord file) {
    index.attempt(
        () -> {
          if (!prior.isEmpty()) {
            removals.leave(file.path());
          }
          return ledger.end(file);
        });
  }

  @Override
  public void endUnread(FileRecord file) {
    index.attempt(() -> ledger.endUnread(file));
  }

  @Override
  public List<SourceLoss> losses() {
    return index.attempt(losses::losses);
  }

  @Override
  public void removeUnseen(String path) {
    index.attempt(
        () -> {
          for (String file : prior.unseen(path)) {
            removals.leave(file);
            ledger.forget(file);
          }
          return path;
        });
  }

  @Override
  public IndexingReport commit(List<Source> sources) {
    index.attempt(removals::remainders).forEach(articles::submit);
    articles.finish();
    return index.attempt(
        () -> {
          names.findInAll();
          if (!writer.hasUncommittedChanges()
              && !names.isWanted()
              && furniture.equals(prior.format().furniture())
              && sources.equals(prior.format().sources())) {
            return new IndexingReport(0, kept.sum() - prior.withdrawn(), 0, 0);
          }
          RecordUniquenessCheck check = new RecordUniquenessCheck(writer, prior);
          check.requireDistinct();
          Resolution resolution = new Resolution(index, touched, names.naming(), furniture);
          Resolution.Settled settled = isCopy ? resolution.settleCopies() : resolution.settle();
          check.requireGain(losses.gained() - articles.rejections());
          NamesState named = names.decide(added.sum() + removals.removed());
          index.commit(IndexFormat.now(sources, index.numbers().state(), named, furniture));
          return settled.report(
              added.sum() - articles.rejections(),
              kept.sum() + removals.retained(),
              removals.removed());
        });
  }

  @Override
  public void close() {
    try (OpenedIndex _ = index) {
      articles.stop();
    }
  }
}
