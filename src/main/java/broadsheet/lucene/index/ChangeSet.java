package broadsheet.lucene.index;

import broadsheet.article.ItemVersion;
import broadsheet.ledger.LedgerEntry;
import broadsheet.lucene.furniture.LongList;
import broadsheet.lucene.furniture.WordRuns;
import broadsheet.lucene.schema.Fingerprint;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.RecordPlace;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.util.BytesRef;

/**
 * The changes of a session that may affect how articles relate to each other: which are withdrawn,
 * which are the same, which has which id, which are reprints. A rebuild changes everything; a very
 * large update counts as if it did, since examining all is quicker then. Thread-safe.
 */
final class ChangeSet {

  private static final int MOST = 50_000;

  private final Set<BytesRef> fingerprints = ConcurrentHashMap.newKeySet();
  private final Set<String> claims = ConcurrentHashMap.newKeySet();
  private final Set<String> items = ConcurrentHashMap.newKeySet();
  private final Set<Long> families = ConcurrentHashMap.newKeySet();
  private final Set<Long> hashes = ConcurrentHashMap.newKeySet();
  private final LongList sampledRuns = new LongList();
  private final LongList comparedRuns = new LongList();
  private volatile boolean isAll;

  private ChangeSet(boolean isAll) {
    this.isAll = isAll;
  }

  static ChangeSet all() {
    return new ChangeSet(true);
  }

  static ChangeSet nothingYet() {
    return new ChangeSet(false);
  }

  boolean isAll() {
    return isAll;
  }

  /** Records that every article may be concerned. */
  void everything() {
    isAll = true;
  }

  boolean isNothing() {
    return !isAll && fingerprints.isEmpty() && claims.isEmpty() && items.isEmpty();
  }

  /** Records that an article is written or rewritten. */
  void written(IndexedArticle article) {
    if (!isAll) {
      fingerprints.add(Fingerprint.of(article));
      article.places().stream().map(RecordPlace::claim).forEach(claims::add);
      addItems(article);
      limit();
    }
  }

  /**
   * Records that an article is removed.
   *
   * @param hashesOfIt the hashes of its sketch
   */
  void removed(IndexedArticle article, long[] hashesOfIt) {
    if (!isAll) {
      article.places().stream().map(RecordPlace::claim).forEach(claims::add);
      addItems(article);
      for (long hash : hashesOfIt) {
        hashes.add(hash);
      }
      addRuns(article);
      limit();
    }
  }

  private void addItems(IndexedArticle article) {
    for (RecordPlace place : article.places()) {
      place.items().stream().map(ItemVersion::key).forEach(items::add);
    }
  }

  private void addRuns(IndexedArticle article) {
    WordRuns runs = WordRuns.of(article.article());
    synchronized (sampledRuns) {
      sampledRuns.addAll(runs.sample());
      comparedRuns.addAll(runs.in(article.zones()));
    }
  }

  /** Records that a notice of a withdrawal comes or goes. */
  void notice(LedgerEntry entry) {
    if (!isAll) {
      entry.withdrawn().stream().map(ItemVersion::key).forEach(items::add);
      limit();
    }
  }

  /** Records that an item gains or loses a version. */
  void item(String key) {
    if (!isAll) {
      items.add(key);
      limit();
    }
  }

  /** Records that a family loses a member. */
  void family(long number) {
    if (!isAll) {
      families.add(number);
    }
  }

  private void limit() {
    if (fingerprints.size() > MOST || claims.size() > MOST || items.size() > MOST) {
      isAll = true;
      fingerprints.clear();
      claims.clear();
      items.clear();
      families.clear();
      hashes.clear();
    }
  }

  /** The fingerprints of the articles written. */
  Set<BytesRef> fingerprints() {
    return fingerprints;
  }

  Set<String> claims() {
    return claims;
  }

  /** The keys of the items whose versions or notices were added or removed. */
  Set<String> items() {
    return items;
  }

  /** The families that lost members. */
  Set<Long> families() {
    return families;
  }

  /** The hashes in the sketches of the articles removed. */
  Set<Long> hashes() {
    return hashes;
  }

  /** The runs in the samples of the articles removed, see {@code WordRuns}. */
  LongList sampledRuns() {
    return sampledRuns;
  }

  /** The runs that the articles removed compared. */
  LongList comparedRuns() {
    return comparedRuns;
  }
}
