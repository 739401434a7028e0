package broadsheet.lucene.index;

import broadsheet.article.ItemVersion;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.lucene.schema.LedgerDocument;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;

/** Writes the outcome of files to the ledger during a session. Thread-safe. */
final class SessionLedger {

  private final IndexWriter writer;
  private final PriorIndex prior;
  private final ChangeSet touched;
  private final AtomicLong numbers;

  /** The notices of withdrawals that were read in each file that has not ended. */
  private final Map<String, Set<List<ItemVersion>>> noticesRead = new ConcurrentHashMap<>();

  /**
   * @param touched receives the notices that come and go
   * @param numbers orders what is read
   */
  SessionLedger(OpenedIndex index, ChangeSet touched, AtomicLong numbers) {
    writer = index.writer();
    prior = index.prior();
    this.touched = touched;
    this.numbers = numbers;
  }

  /** Keeps a file with its entries; only its own record may differ. */
  void keep(FileRecord file) throws IOException {
    prior.see(file.path());
    if (!prior.known(file.path()).equals(Optional.of(file))) {
      writer.updateDocument(LedgerDocument.fileTerm(file.path()), LedgerDocument.of(file));
    }
  }

  /** Removes a file and its entries. */
  long forget(String path) throws IOException {
    prior.notices(path).forEach(touched::notice);
    return writer.deleteDocuments(
        LedgerDocument.fileTerm(path),
        new Term(LedgerDocument.ENTRY_FILE, LedgerDocument.term(path)));
  }

  long enter(String path, LedgerEntry entry) throws IOException {
    long number = numbers.incrementAndGet();
    if (!entry.withdrawn().isEmpty()) {
      touched.notice(entry);
      if (!prior.isEmpty()) {
        noticesRead
            .computeIfAbsent(path, _ -> ConcurrentHashMap.newKeySet())
            .add(entry.withdrawn());
      }
    }
    return writer.addDocument(LedgerDocument.of(path, number, entry));
  }

  /** Adds the record of a file that was read. */
  long end(FileRecord file) throws IOException {
    noticesRead.remove(file.path());
    return writer.addDocument(LedgerDocument.of(file));
  }

  /** Adds the record of a file or folder that can no longer be read. */
  long endUnread(FileRecord file) throws IOException {
    prior.seeBelow(file.path());
    keepNotices(file.path());
    long before = prior.known(file.path()).map(FileRecord::articles).orElse(0L);
    return writer.addDocument(LedgerDocument.of(file.withAtLeast(before)));
  }

  /** Keeps the notices of a file that can no longer be read: what they withdrew stays withdrawn. */
  private void keepNotices(String path) throws IOException {
    Set<List<ItemVersion>> again = noticesRead.getOrDefault(path, Set.of());
    for (LedgerEntry notice : prior.notices(path)) {
      if (!again.contains(notice.withdrawn())) {
        writer.addDocument(LedgerDocument.of(path, numbers.incrementAndGet(), notice));
      }
    }
    noticesRead.remove(path);
  }
}
