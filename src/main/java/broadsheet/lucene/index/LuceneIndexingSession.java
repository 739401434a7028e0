package broadsheet.lucene.index;

import broadsheet.article.Article;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.EngineException;
import broadsheet.engine.FurnitureChange;
import broadsheet.engine.IndexingReport;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.NameMode;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Source;
import broadsheet.ledger.SourceLoss;
import broadsheet.lucene.erasing.Erasures;
import broadsheet.lucene.schema.CommitFiles;
import broadsheet.lucene.schema.Fingerprint;
import broadsheet.lucene.schema.FurnitureState;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.NamesState;
import broadsheet.names.NameTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexWriter;

/**
 * Rebuilds or updates an index and replaces the old one by a single atomic Lucene commit. Articles
 * are analysed by one thread per processor. The folder's write lock, which also works across
 * processes, is held until the session is closed.
 */
public final class LuceneIndexingSession implements IndexingSession {

  // Also for those who fill a new index, or erase.
  final OpenedIndex index;
  final ChangeSet touched;
  final SourceCounts losses;
  final Removals removals;
  final ArticleWriting articles;
  final Erasures erasures;
  final LongAdder added = new LongAdder();
  List<Source> sources;
  boolean isErasing;

  private final IndexWriter writer;
  private final PriorIndex prior;
  private final SessionLedger ledger;
  private final SessionNames names;
  private final boolean isCopy;
  private final ArchiveCollection collection;
  private volatile FurnitureState furniture;
  private final AtomicLong numbers = new AtomicLong();
  private final LongAdder kept = new LongAdder();

  /**
   * @param copied what the names in articles that are copied stand for; empty if they are read
   */
  LuceneIndexingSession(
      OpenedIndex index,
      NameMode mode,
      FurnitureState furniture,
      Optional<Supplier<NameTable>> copied) {
    this.index = index;
    isCopy = copied.isPresent();
    collection = ArchiveCollection.of(index.home());
    writer = index.writer();
    prior = index.prior();
    sources = prior.format().sources();
    touched = index.isUpdate() ? ChangeSet.nothingYet() : ChangeSet.all();
    losses = SourceCounts.of(index);
    removals = new Removals(index, touched, losses);
    names = new SessionNames(index, touched, mode, copied);
    this.furniture = furniture;
    ledger = new SessionLedger(index, touched, numbers);
    erasures = ArchiveParts.erasures(index, ledger::enter);
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
    if (index.attempt(() -> erasures.keepOut(indexed))) {
      return;
    }
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
          return ledger.end(erasures.counted(file));
        });
  }

  @Override
  public void endUnread(FileRecord file) {
    index.attempt(() -> ledger.endUnread(erasures.counted(file)));
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
          erasures.recount(writer);
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
          NamesState named = names.decide(added.sum() + removals.removed(), isErasing);
          if (isErasing) {
            writer.forceMergeDeletes();
          }
          index.commit(IndexFormat.now(sources, index.numbers().state(), named, furniture));
          return settled
              .report(
                  added.sum() - articles.rejections(),
                  kept.sum() + removals.retained(),
                  removals.removed())
              .leavingOut(erasures.count());
        });
  }

  @Override
  public void close() {
    try (OpenedIndex _ = index) {
      articles.stop();
    }
  }
}
