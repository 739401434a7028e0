package broadsheet.lucene.index;

import broadsheet.article.ItemVersion;
import broadsheet.ledger.LedgerEntry;
import broadsheet.lucene.reader.LiveTerms;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.ItemTerm;
import broadsheet.lucene.schema.LedgerDocument;
import broadsheet.lucene.schema.PlaceDocument;
import broadsheet.lucene.schema.RecordPlace;
import broadsheet.lucene.schema.Sketch;
import broadsheet.lucene.schema.WithdrawnDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/**
 * Hides the records that a notice withdraws, and shows those that none withdraws any more, in any
 * order and from any files. A hidden record is a {@link WithdrawnDocument}. An article that was
 * read at several locations stays as long as one of its records is not withdrawn. For one use.
 */
final class Withdrawals {

  private final DirectoryReader reader;
  private final LiveTerms live;
  private final ArticleForm form;
  private final IndexWriter writer;
  private final ChangeSet changes;
  private final PriorIndex prior;
  private final AddedNumbers numbers;
  private final Map<String, Optional<ItemVersion>> notices = new HashMap<>();
  private final Map<String, Boolean> received = new HashMap<>();
  private final Set<BytesRef> seenArticles = new HashSet<>();
  private final Set<String> seenRecords = new HashSet<>();
  private final Set<String> seenNotices = new HashSet<>();
  private long hidden;
  private long hiddenNew;
  private long shown;
  private long keptApart;

  Withdrawals(DirectoryReader reader, OpenedIndex index, ChangeSet changes) {
    this.reader = reader;
    this.live = new LiveTerms(reader);
    this.form = index.form();
    this.writer = index.writer();
    this.changes = changes;
    this.prior = index.prior();
    this.numbers = index.numbers();
  }

  /**
   * The effect on records.
   *
   * @param hidden the number hidden that were shown before the session
   * @param hiddenNew the number hidden that were added in the session
   * @param shown the number shown that were hidden before the session
   * @param keptApart the number of records in the files kept by the session that are hidden or
   *     newly shown
   */
  record Counts(long hidden, long hiddenNew, long shown, long keptApart) {
    static final Counts NONE = new Counts(0, 0, 0, 0);
  }

  /** Hides and shows records. Returns their numbers. */
  Counts settle() throws IOException {
    keptApart = keptHidden(live, prior);
    for (String key : changes.isAll() ? all() : List.copyOf(changes.items())) {
      hide(key);
      show(key);
      noteReceipt(key);
    }
    return new Counts(hidden, hiddenNew, shown, keptApart);
  }

  /** The number of hidden records. */
  static long hidden(LiveTerms live) throws IOException {
    return hiddenRecords(live).size();
  }

  /** The number of hidden records in the files that a session kept or read. */
  static long keptHidden(LiveTerms live, PriorIndex prior) throws IOException {
    long kept = 0;
    for (int document : hiddenRecords(live)) {
      kept += prior.isSeen(live.stored(document).get(WithdrawnDocument.FILE)) ? 1 : 0;
    }
    return kept;
  }

  private static Set<Integer> hiddenRecords(LiveTerms live) throws IOException {
    Set<Integer> records = new HashSet<>();
    live.eachWithPrefix(WithdrawnDocument.ITEM, "", (term, documents) -> records.addAll(documents));
    return records;
  }

  /** The items of all notices and of all hidden records. */
  private Set<String> all() throws IOException {
    Set<String> keys = new TreeSet<>();
    live.eachWithPrefix(
        LedgerDocument.WITHDRAWN, "", (term, documents) -> keys.add(term.utf8ToString()));
    live.eachWithPrefix(
        WithdrawnDocument.ITEM, "", (term, documents) -> keys.add(ItemTerm.key(term)));
    return keys;
  }

  private boolean isWithdrawn(RecordPlace place) throws IOException {
    for (ItemVersion version : place.items()) {
      if (notice(version.key()).filter(notice -> notice.withdraws(version)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The notice about an item that withdraws most; empty if there is none. */
  private Optional<ItemVersion> notice(String key) throws IOException {
    Optional<ItemVersion> known = notices.get(key);
    if (known == null) {
      known = Optional.empty();
      for (int document : live.documents(LedgerDocument.WITHDRAWN, key)) {
        for (ItemVersion each : LedgerDocument.entry(stored(document)).withdrawn()) {
          if (each.key().equals(key)) {
            known = Optional.of(known.map(each::orWider).orElse(each));
          }
        }
      }
      notices.put(key, known);
    }
    return known;
  }

  private Document stored(int document) throws IOException {
    return reader.storedFields().document(document);
  }

  private void hide(String key) throws IOException {
    if (notice(key).isEmpty()) {
      return;
    }
    List<Integer> documents = new ArrayList<>();
    live.eachWithPrefix(
        IndexSchema.ITEM, ItemTerm.prefix(key), (term, found) -> documents.addAll(found));
    for (int document : documents) {
      BytesRef article = PlaceDocument.fingerprint(reader, document);
      if (seenArticles.add(article)) {
        hideRecordsOf(article);
      }
    }
  }

  private void hideRecordsOf(BytesRef fingerprint) throws IOException {
    List<Integer> documents =
        live.documents(IndexSchema.FINGERPRINT, fingerprint, Integer.MAX_VALUE);
    List<RecordPlace> places = new ArrayList<>();
    for (int document : documents) {
      places.addAll(DocumentRewriter.read(reader, document).places());
    }
    for (int document : live.documents(PlaceDocument.ARTICLE, fingerprint, Integer.MAX_VALUE)) {
      places.add(PlaceDocument.place(stored(document)));
    }
    List<RecordPlace> withdrawn = new ArrayList<>();
    for (RecordPlace place : places) {
      if (isWithdrawn(place)) {
        withdrawn.add(place);
      }
    }
    if (!withdrawn.isEmpty()) {
      places.removeAll(Set.copyOf(withdrawn));
      separate(fingerprint, documents, withdrawn, places);
    }
  }

  /** Makes a document for each record; {@link ExactDuplicates} joins those that are shown again. */
  private void separate(
      BytesRef fingerprint,
      List<Integer> documents,
      List<RecordPlace> withdrawn,
      List<RecordPlace> others)
      throws IOException {
    IndexedArticle article = DocumentRewriter.read(reader, documents.getFirst());
    for (int document : documents) {
      remove(document);
    }
    writer.deleteDocuments(
        new Term(IndexSchema.FINGERPRINT, fingerprint),
        new Term(PlaceDocument.ARTICLE, fingerprint));
    for (RecordPlace place : withdrawn) {
      writer.addDocument(WithdrawnDocument.of(article.at(List.of(place), 0)));
      if (prior.showed(place.key(), fingerprint)) {
        hidden++;
        keptApart += prior.isSeen(place.file()) ? 1 : 0;
      } else {
        hiddenNew++;
      }
    }
    for (RecordPlace place : others) {
      add(article.at(List.of(place), 0));
    }
  }

  private void remove(int document) throws IOException {
    changes.removed(DocumentRewriter.read(reader, document), Sketch.of(reader, document).hashes());
    live.number(IndexSchema.FAMILY, document).ifPresent(changes::family);
  }

  private void add(IndexedArticle article) throws IOException {
    writer.addDocument(form.of(article));
    changes.written(article);
  }

  private void show(String key) throws IOException {
    List<Integer> documents = new ArrayList<>();
    live.eachWithPrefix(
        WithdrawnDocument.ITEM, ItemTerm.prefix(key), (term, found) -> documents.addAll(found));
    for (int document : documents) {
      IndexedArticle article = WithdrawnDocument.article(stored(document));
      String record = article.first().key();
      if (seenRecords.add(record) && !isWithdrawn(article.first())) {
        writer.deleteDocuments(new Term(IndexSchema.RECORD, record));
        add(numbers.numbered(article));
        shown++;
      }
    }
  }

  /** Has the ledger say of each notice whether the archive has the item. */
  private void noteReceipt(String key) throws IOException {
    for (int document : live.documents(LedgerDocument.WITHDRAWN, key)) {
      Document stored = stored(document);
      LedgerEntry entry = LedgerDocument.entry(stored);
      String notice = stored.get(LedgerDocument.NOTICE);
      String reason = isReceived(entry) ? LedgerEntry.WITHDRAWN : LedgerEntry.WITHDRAWN_UNSEEN;
      if (!entry.reason().equals(reason) && seenNotices.add(notice)) {
        writer.updateDocument(
            new Term(LedgerDocument.NOTICE, notice),
            LedgerDocument.notice(notice, entry.because(reason)));
      }
    }
  }

  /** Whether there is a version of the item that a notice names, hidden or not. */
  private boolean isReceived(LedgerEntry notice) throws IOException {
    for (ItemVersion version : notice.withdrawn()) {
      if (isReceived(version)) {
        return true;
      }
    }
    return false;
  }

  private boolean isReceived(ItemVersion version) throws IOException {
    Boolean known = received.get(version.key());
    if (known == null) {
      known = hasAny(IndexSchema.ITEM, version) || hasAny(WithdrawnDocument.ITEM, version);
      received.put(version.key(), known);
    }
    return known;
  }

  private boolean hasAny(String field, ItemVersion version) throws IOException {
    List<Integer> documents = new ArrayList<>();
    live.eachWithPrefix(
        field, ItemTerm.prefix(version.key()), (term, found) -> documents.addAll(found));
    return !documents.isEmpty();
  }
}
