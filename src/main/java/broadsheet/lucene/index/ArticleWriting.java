package broadsheet.lucene.index;

import broadsheet.lucene.furniture.WordRuns;
import broadsheet.lucene.schema.FurnitureState;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.AlreadyClosedException;

/**
 * Analyses and writes the articles of a session, with one thread per processor. Articles may be
 * submitted by several threads.
 */
final class ArticleWriting {

  private static final int MAX_REJECTED = 1_000;

  private final OpenedIndex index;
  private final IndexWriter writer;
  private final ChangeSet changes;
  private final Naming naming;
  private final Supplier<FurnitureState> furniture;
  private final Optional<Foresight> foresight;
  private final Workers<Document> workers;
  private final Map<String, String> rejected = new ConcurrentHashMap<>();
  private final LongAdder rejections = new LongAdder();

  /**
   * @param changes learns of every article
   * @param furniture where furniture is set aside
   */
  ArticleWriting(
      OpenedIndex index, ChangeSet changes, Naming naming, Supplier<FurnitureState> furniture) {
    this.index = index;
    this.changes = changes;
    this.naming = naming;
    this.furniture = furniture;
    foresight = index.isUpdate() ? Optional.empty() : Optional.of(new Foresight(this::analyse));
    writer = index.writer();
    int threads = Runtime.getRuntime().availableProcessors();
    workers = new Workers<>(threads, this::write, this::flush);
  }

  /** Submits an article; waits when too many are under way. */
  void submit(IndexedArticle article) {
    changes.written(article);
    if (foresight.isPresent() && furniture.get().holdsFor(article.article().source())) {
      foresight.get().add(article);
    } else {
      analyse(article);
    }
  }

  private void analyse(IndexedArticle article) {
    workers.submit(() -> document(article), Foresight.length(article.article()));
  }

  private Document document(IndexedArticle article) {
    WordRuns runs = WordRuns.of(article.article());
    boolean isForeseen =
        foresight.isPresent() && furniture.get().holdsFor(article.article().source());
    IndexedArticle own = isForeseen ? foresight.get().foreseen(article, runs) : article;
    IndexedArticle numbered = index.attempt(() -> index.numbers().numbered(own));
    return index.form().of(naming.named(numbered), runs);
  }

  private void write(Document document) {
    try {
      writer.addDocument(document);
    } catch (IllegalArgumentException e) {
      reject(document.get(IndexSchema.ID), e);
    } catch (IOException | AlreadyClosedException e) {
      throw index.cannotWrite(e);
    }
  }

  /** An article that Lucene rejects must not cost the others. */
  private void reject(String id, IllegalArgumentException e) {
    rejections.increment();
    if (rejected.size() < MAX_REJECTED) {
      rejected.put(id, String.valueOf(e.getMessage()));
    }
  }

  /** See {@link LuceneIndexingSession#rejected}. */
  Map<String, String> rejected() {
    return Map.copyOf(rejected);
  }

  /** The number of articles that Lucene rejected. */
  long rejections() {
    return rejections.sum();
  }

  /**
   * Flushes the articles in memory. Every worker does this at its end, so that they share work that
   * the commit would otherwise do alone.
   */
  private void flush() {
    try {
      while (writer.flushNextBuffer()) {
        // until nothing is left
      }
    } catch (IOException | AlreadyClosedException e) {
      throw index.cannotWrite(e);
    }
  }

  /** Waits until everything submitted is written, while nothing more is submitted. */
  void await() {
    foresight.ifPresent(Foresight::finish);
    workers.await();
  }

  /** Waits until everything submitted is written; nothing may be submitted afterwards. */
  void finish() {
    foresight.ifPresent(Foresight::finish);
    workers.finish();
  }

  /** Drops the articles that are not written yet. */
  void stop() {
    workers.stop();
  }
}
