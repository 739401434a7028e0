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
import broadsheet.lucene.schema.FurnitureState;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.LedgerDocument;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;

/**
 * Reads a part of an archive into an index of its own, in which nothing is settled; {@link
 * FilledSession#join} does that for all parts. What is read is committed every minute (or {@code
 * -Dbroadsheet.checkpoint.millis=N}), so that a session that is killed goes on there: a file counts
 * as read once its record is committed, after all its articles.
 */
public final class PartSession implements IndexingSession {

  private static final Duration CHECKPOINTS =
      Duration.ofMillis(Long.getLong("broadsheet.checkpoint.millis", 60_000));

  private final OpenedIndex index;
  private final IndexWriter writer;
  private final PriorIndex prior;
  private final PartState state;
  private final long interval;
  private final ArticleWriting articles;
  private final Erasures erasures;
  private final ArchiveCollection collection;
  private final AtomicLong numbers = new AtomicLong();
  private final LongAdder added = new LongAdder();
  private final LongAdder kept = new LongAdder();

  /** Shared by what adds to the index, and exclusive for a checkpoint. */
  private final ReadWriteLock adding = new ReentrantReadWriteLock();

  /** The files that were read to their ends since the last checkpoint. */
  private final List<FileRecord> ended = new ArrayList<>();

  private volatile long lastCheckpoint = System.nanoTime();

  private PartSession(OpenedIndex index, PartState state, Duration interval) {
    this.index = index;
    this.state = state;
    this.interval = interval.toNanos();
    writer = index.writer();
    prior = index.prior();
    collection = ArchiveCollection.of(index.home());
    erasures = ArchiveParts.erasures(index, this::write);
    articles =
        new ArticleWriting(
            index,
            ChangeSet.all(),
            new Naming(state.names().isFound()),
            () -> FurnitureState.USUAL);
  }

  /**
   * Starts to read a part, or goes on with it where it was begun from the same sources.
   *
   * @param folder the folder of the part, which is created when missing
   * @param names what is done about names; {@link NameMode#AS_IS} looks for none
   * @throws EngineException when another process is writing it, or it cannot be written
   */
  public static PartSession open(IndexFolder folder, PartState.Task task, NameMode names) {
    return open(folder, PartState.of(task, names == NameMode.FIND), CHECKPOINTS);
  }

  /**
   * @param interval the time between two checkpoints
   */
  static PartSession open(IndexFolder folder, PartState state, Duration interval) {
    return new PartSession(OpenedIndex.forPart(folder, state), state, interval);
  }

  @Override
  public Optional<FileRecord> known(String path) {
    return index.attempt(() -> prior.known(path));
  }

  @Override
  public List<Source> sources() {
    return prior.format().sources();
  }

  @Override
  public void treat(FurnitureChange change) {
    throw new IllegalStateException("a part settles nothing");
  }

  @Override
  public void keep(FileRecord file) {
    index.attempt(
        () -> {
          prior.see(file.path());
          kept.add(file.articles());
          return prior.known(file.path()).equals(Optional.of(file))
              ? 0
              : writer.updateDocument(
                  LedgerDocument.fileTerm(file.path()), LedgerDocument.of(file));
        });
  }

  @Override
  public void begin(String path) {
    if (!prior.isEmpty()) {
      index.attempt(
          () -> {
            prior.see(path);
            return remove(path);
          });
    }
  }

  /** Removes a file with its articles, also those of a session that was killed in the file. */
  private long remove(String path) throws IOException {
    List<Term> terms = new ArrayList<>();
    prior.records(path).keySet().forEach(key -> terms.add(new Term(IndexSchema.RECORD, key)));
    terms.add(LedgerDocument.fileTerm(path));
    terms.add(new Term(LedgerDocument.ENTRY_FILE, LedgerDocument.term(path)));
    return writer.deleteDocuments(terms.toArray(Term[]::new));
  }

  @Override
  public void add(String path, Article article) {
    adding.readLock().lock();
    try {
      IndexedArticle indexed =
          IndexedArticle.of(path, collection.own(article), numbers.incrementAndGet());
      if (!index.attempt(() -> erasures.keepOut(indexed))) {
        added.increment();
        articles.submit(indexed);
      }
    } finally {
      adding.readLock().unlock();
    }
  }

  @Override
  public void enter(String path, LedgerEntry entry) {
    index.attempt(() -> write(path, entry));
  }

  private long write(String path, LedgerEntry entry) throws IOException {
    return writer.addDocument(LedgerDocument.of(path, numbers.incrementAndGet(), entry));
  }

  @Override
  public void end(FileRecord file) {
    synchronized (ended) {
      ended.add(erasures.counted(file));
    }
    if (System.nanoTime() - lastCheckpoint > interval) {
      checkpoint();
    }
  }

  @Override
  public void endUnread(FileRecord file) {
    end(file);
  }

  private void checkpoint() {
    adding.writeLock().lock();
    try {
      if (System.nanoTime() - lastCheckpoint > interval) {
        articles.await();
        store(state);
        lastCheckpoint = System.nanoTime();
      }
    } finally {
      adding.writeLock().unlock();
    }
  }

  /** Commits, once all articles of the files that have ended are written. */
  private void store(PartState reached) {
    index.attempt(
        () -> {
          synchronized (ended) {
            for (FileRecord file : ended) {
              writer.addDocument(LedgerDocument.of(file));
            }
            ended.clear();
          }
          writer.setLiveCommitData(reached.toCommitData().entrySet());
          return writer.commit();
        });
  }

  @Override
  public void removeUnseen(String path) {
    index.attempt(
        () -> {
          for (String file : prior.unseen(path)) {
            remove(file);
          }
          return path;
        });
  }

  /** None: that is decided when all parts are joined. */
  @Override
  public List<SourceLoss> losses() {
    return List.of();
  }

  @Override
  public Map<String, String> rejected() {
    return articles.rejected();
  }

  /** Ends the part, which is then ready to be joined. */
  @Override
  public IndexingReport commit(List<Source> sources) {
    articles.finish();
    store(state.finished());
    return new IndexingReport(added.sum() - articles.rejections(), kept.sum(), 0, 0)
        .leavingOut(erasures.count());
  }

  @Override
  public void close() {
    try (OpenedIndex _ = index) {
      articles.stop();
    }
  }
}
