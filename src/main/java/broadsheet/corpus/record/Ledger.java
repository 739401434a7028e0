package broadsheet.corpus.record;

import broadsheet.corpus.text.CleanText;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.LedgerTotals;
import broadsheet.ledger.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The account of one reading: the articles passed on, the records that were not, and why.
 * Everything is counted; the first {@value #KEPT_ENTRIES} entries of each outcome are also kept in
 * full, so memory stays bounded. Thread-safe: may be queried, and remarked on, during the reading.
 */
public final class Ledger {
  public static final int KEPT_ENTRIES = 1_000;
  static final int KEPT_REASONS = 200;
  private static final int DETAIL_LENGTH = 200;
  private static final String OTHER_REASONS = "other reasons";

  private final LongAdder files = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder indexed = new LongAdder();
  private final Map<Outcome, Page> pages = new EnumMap<>(Outcome.class);
  private final Set<String> unusedFields = ConcurrentHashMap.newKeySet();
  private volatile String currentFile = "";

  public Ledger() {
    for (Outcome outcome : Outcome.values()) {
      pages.put(outcome, new Page());
    }
  }

  /** The totals so far. */
  public synchronized LedgerTotals totals() {
    return new LedgerTotals(
        files.sum(),
        bytes.sum(),
        indexed.sum(),
        0,
        total(Outcome.SKIPPED),
        total(Outcome.FAILED),
        total(Outcome.REMARKED));
  }

  /** The file being read, or last read; empty before the first. */
  public String currentFile() {
    return currentFile;
  }

  /** The number of entries for each reason, most frequent first. */
  public synchronized Map<String, Long> reasons(Outcome outcome) {
    return LedgerTotals.mostFirst(page(outcome).reasons);
  }

  /** The entries kept in full, in order of arrival. */
  public synchronized List<LedgerEntry> entries(Outcome outcome) {
    return List.copyOf(page(outcome).entries);
  }

  /**
   * Adds a remark about an article that was passed on.
   *
   * @param place the file, and after {@code #} the record or line in it
   * @param reason a sentence that others share; see {@link LedgerEntry#reason}
   * @param detail the detail of this remark; may be empty
   */
  public void remark(String place, String reason, String detail) {
    enter(Outcome.REMARKED, place, reason, detail);
  }

  /** Whether an unused field of a source is seen for the first time. */
  boolean isFirst(String source, String field) {
    return unusedFields.size() < KEPT_ENTRIES && unusedFields.add(source + '\0' + field);
  }

  void indexed() {
    indexed.increment();
  }

  public void opened(String file) {
    currentFile = file;
  }

  public void closed() {
    files.increment();
  }

  public void read(long count) {
    bytes.add(count);
  }

  /** Enters an item and returns the new entry. */
  LedgerEntry enter(Outcome outcome, String place, String reason, String detail) {
    return enter(outcome, place, reason, detail, 1);
  }

  /** Enters an item that occurred several times, in one entry. */
  synchronized LedgerEntry enter(
      Outcome outcome, String place, String reason, String detail, long count) {
    LedgerEntry entry = new LedgerEntry(outcome, place, reason, shortened(detail));
    page(outcome).add(entry, count);
    return entry;
  }

  private long total(Outcome outcome) {
    return page(outcome).total;
  }

  private Page page(Outcome outcome) {
    return pages.computeIfAbsent(outcome, o -> new Page());
  }

  private static String shortened(String detail) {
    String cut = detail.length() <= DETAIL_LENGTH ? detail : detail.substring(0, DETAIL_LENGTH);
    return CleanText.line(cut) + (cut.length() < detail.length() ? "…" : "");
  }

  /** The entries of one outcome. */
  private static final class Page {
    private long total;
    private final Map<String, Long> reasons = new HashMap<>();
    private final List<LedgerEntry> entries = new ArrayList<>();

    void add(LedgerEntry entry, long count) {
      total += count;
      boolean isCounted = reasons.containsKey(entry.reason()) || reasons.size() < KEPT_REASONS;
      reasons.merge(isCounted ? entry.reason() : OTHER_REASONS, count, Long::sum);
      if (entries.size() < KEPT_ENTRIES) {
        entries.add(entry);
      }
    }
  }
}
