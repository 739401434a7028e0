package broadsheet.lucene.erasing;

import broadsheet.engine.EngineException;
import broadsheet.erasure.Tombstones;
import broadsheet.files.WholeFile;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import broadsheet.lucene.reader.LiveTerms;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.LedgerDocument;
import broadsheet.lucene.schema.RecordPlace;
import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;

/** Keeps articles that were erased out of a session, and has the ledger say so. Thread-safe. */
public final class Erasures {

  /** Adds an entry to the ledger. */
  public interface Entering {
    void enter(String file, LedgerEntry entry) throws IOException;
  }

  private final Tombstones tombstones;
  private final Entering ledger;
  private final Map<String, LongAdder> byFile = new ConcurrentHashMap<>();
  private final LongAdder all = new LongAdder();

  private Erasures(Tombstones tombstones, Entering ledger) {
    this.tombstones = tombstones;
    this.ledger = ledger;
  }

  /**
   * Those of a session, once its index is locked, so that nothing is erased meanwhile.
   *
   * @throws EngineException when it cannot be known what was erased
   */
  public static Erasures of(Path index, Entering ledger) {
    return new Erasures(tombstones(index), ledger);
  }

  /** Tells what was erased from an index. */
  public static Tombstones tombstones(Path index) {
    try {
      return Tombstones.of(index);
    } catch (IOException e) {
      throw new EngineException(
          "Nothing was changed, because what was erased from the index in %s cannot be read (%s). Restore %s from a backup; without it, erased articles would come back."
              .formatted(
                  PathName.of(index), WholeFile.reason(e), PathName.of(Tombstones.folder(index))),
          e);
    }
  }

  /** Whether nothing was erased. */
  public boolean isNone() {
    return tombstones.isEmpty();
  }

  /** Whether an article was erased. */
  public boolean hold(IndexedArticle article) {
    return !isNone()
        && ErasedName.of(article).stream().anyMatch(name -> tombstones.hold(name.text()));
  }

  /** Whether an article just read was erased; then the ledger says so. */
  public boolean keepOut(IndexedArticle article) throws IOException {
    boolean isErased = hold(article);
    if (isErased) {
      enter(article.first());
    }
    return isErased;
  }

  /** Has the ledger say that the record at a location is erased. */
  public void enter(RecordPlace place) throws IOException {
    ledger.enter(
        place.file(), new LedgerEntry(Outcome.ERASED, place.printed(), LedgerEntry.ERASED, ""));
    byFile.computeIfAbsent(place.file(), _ -> new LongAdder()).increment();
    all.increment();
  }

  /** The record of a file without the articles that were kept out. */
  public FileRecord counted(FileRecord file) {
    LongAdder out = byFile.remove(file.path());
    return out == null ? file : file.without(out.sum());
  }

  /** Counts again the articles of files whose records are in the index already. */
  public void recount(IndexWriter writer) throws IOException {
    if (byFile.isEmpty()) {
      return;
    }
    try (DirectoryReader now = DirectoryReader.open(writer)) {
      LiveTerms live = new LiveTerms(now);
      for (String path : new TreeSet<>(byFile.keySet())) {
        for (int document : live.documents(LedgerDocument.FILE, LedgerDocument.term(path))) {
          FileRecord file = counted(LedgerDocument.file(live.stored(document)));
          writer.updateDocument(LedgerDocument.fileTerm(path), LedgerDocument.of(file));
        }
      }
    }
  }

  /** The files with records that were kept out or erased, and are not counted again yet. */
  public Set<String> files() {
    return new TreeSet<>(byFile.keySet());
  }

  /** The number of records that were kept out or erased. */
  public long count() {
    return all.sum();
  }
}
