package broadsheet.lucene.index;

import broadsheet.article.ItemVersion;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Source;
import broadsheet.lucene.reader.LiveTerms;
import broadsheet.lucene.schema.Added;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.ItemTerm;
import broadsheet.lucene.schema.LatestVersions;
import broadsheet.lucene.schema.LedgerDocument;
import broadsheet.lucene.schema.PlaceDocument;
import broadsheet.lucene.schema.RecordPlace;
import broadsheet.lucene.schema.Sketch;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.schema.WithdrawnDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** The content of an index when a session on it began. Thread-safe. */
final class PriorIndex implements AutoCloseable {

  private final IndexReader reader;
  private final LiveTerms live;
  private final LiveTerms latest;
  private final IndexFormat format;
  private final FixedBitSet seenFiles;

  /**
   * @param latest the same without articles of which there is a later version
   */
  private PriorIndex(IndexReader reader, IndexReader latest, IndexFormat format) {
    this.reader = reader;
    this.live = new LiveTerms(reader);
    this.latest = new LiveTerms(latest);
    this.format = format;
    this.seenFiles = new FixedBitSet(Math.max(1, reader.maxDoc()));
  }

  /** The empty prior content of a rebuild. */
  static PriorIndex none() throws IOException {
    return new PriorIndex(
        new MultiReader(),
        new MultiReader(),
        new IndexFormat(IndexFormat.VERSION, Instant.EPOCH, List.of(), Added.NONE));
  }

  /**
   * The newest commit, for an update.
   *
   * @throws broadsheet.engine.EngineException when the index has another format
   */
  static PriorIndex of(Directory directory, Path folder) throws IOException {
    DirectoryReader reader = DirectoryReader.open(directory);
    try {
      IndexFormat format = IndexFormat.of(reader.getIndexCommit().getUserData(), folder);
      return new PriorIndex(reader, LatestVersions.of(reader), format);
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  boolean isEmpty() {
    return reader.maxDoc() == 0;
  }

  /** The description of its state. */
  IndexFormat format() {
    return format;
  }

  synchronized Optional<FileRecord> known(String path) throws IOException {
    List<Integer> found = live.documents(LedgerDocument.FILE, LedgerDocument.term(path));
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(LedgerDocument.file(live.stored(found.getFirst())));
  }

  /** Marks a file as seen. */
  synchronized void see(String path) throws IOException {
    live.documents(LedgerDocument.FILE, LedgerDocument.term(path)).forEach(seenFiles::set);
  }

  /** Marks the known files at a path and below it as seen. */
  synchronized void seeBelow(String path) throws IOException {
    for (String file : unseen(path)) {
      see(file);
    }
  }

  /** The known files at a path and below it that have not been seen. */
  synchronized List<String> unseen(String path) throws IOException {
    List<String> unseen = new ArrayList<>();
    Source scope = new Source(path, "");
    live.eachWithPrefix(
        LedgerDocument.FILE,
        LedgerDocument.term(path),
        (term, documents) -> {
          for (int document : documents) {
            String file =
                seenFiles.get(document) ? "" : LedgerDocument.file(live.stored(document)).path();
            if (scope.holds(file)) {
              unseen.add(file);
            }
          }
        });
    return unseen;
  }

  /** The document of the article read at a location; empty when there was none. */
  synchronized OptionalInt record(String key) throws IOException {
    return live.first(IndexSchema.RECORD, new BytesRef(key));
  }

  /** The locations in a file, each with its document. */
  synchronized Map<String, Integer> records(String file) throws IOException {
    Map<String, Integer> records = new LinkedHashMap<>();
    live.eachWithPrefix(
        IndexSchema.RECORD,
        RecordPlace.prefix(file),
        (term, documents) -> records.put(term.utf8ToString(), documents.getFirst()));
    return records;
  }

  /**
   * The document of the article that a document is a further location of, see {@link
   * PlaceDocument}; empty where it is not.
   */
  synchronized OptionalInt articleOfPlace(int document) throws IOException {
    SortedDocValues articles = MultiDocValues.getSortedValues(reader, PlaceDocument.ARTICLE);
    if (articles == null || !articles.advanceExact(document)) {
      return OptionalInt.empty();
    }
    BytesRef fingerprint = articles.lookupOrd(articles.ordValue());
    return live.first(IndexSchema.FINGERPRINT, fingerprint);
  }

  /** The documents of an article's further locations. */
  synchronized List<Integer> furtherPlaces(BytesRef fingerprint) throws IOException {
    return live.documents(PlaceDocument.ARTICLE, fingerprint, Integer.MAX_VALUE);
  }

  /** The further location in a document. */
  synchronized RecordPlace place(int document) throws IOException {
    return PlaceDocument.place(live.stored(document));
  }

  /** The number of records that gave an article. */
  synchronized long places() throws IOException {
    return RecordUniquenessCheck.places(reader);
  }

  /** The number of records of a source that gave an article. */
  synchronized long records(Source source) throws IOException {
    return SourceCounts.records(live, source);
  }

  /**
   * Whether a document is the article with this fingerprint, or a further location or a withdrawn
   * record of it.
   */
  synchronized boolean hasFingerprint(int document, BytesRef fingerprint) throws IOException {
    return live.has(document, IndexSchema.FINGERPRINT, fingerprint)
        || live.has(document, PlaceDocument.ARTICLE, fingerprint)
        || live.has(document, WithdrawnDocument.ARTICLE, fingerprint);
  }

  /** Whether the record at a location was of the same versions of items, and of no others. */
  synchronized boolean hasItems(int document, RecordPlace place) throws IOException {
    long names =
        live.number(ItemTerm.count(IndexSchema.ITEM), document).orElse(0)
            + live.number(ItemTerm.count(WithdrawnDocument.ITEM), document).orElse(0);
    if (names == 0) {
      return place.items().isEmpty();
    }
    return isShared(document)
        ? article(document).places().contains(place)
        : names == Set.copyOf(place.items()).size() && hasEach(document, place.items());
  }

  private boolean hasEach(int document, List<ItemVersion> items) throws IOException {
    for (ItemVersion version : items) {
      BytesRef term = new BytesRef(ItemTerm.of(version));
      if (!live.has(document, IndexSchema.ITEM, term)
          && !live.has(document, WithdrawnDocument.ITEM, term)) {
        return false;
      }
    }
    return true;
  }

  /** Whether this very article was shown as that of the record at a location. */
  synchronized boolean showed(String key, BytesRef fingerprint) throws IOException {
    OptionalInt document = record(key);
    return document.isPresent()
        && hasFingerprint(document.getAsInt(), fingerprint)
        && !live.has(document.getAsInt(), WithdrawnDocument.ARTICLE, fingerprint);
  }

  /** The number of withdrawn records in the files seen so far. */
  synchronized long withdrawn() throws IOException {
    return Withdrawals.keptHidden(live, this);
  }

  /** Whether a known file has been seen. */
  synchronized boolean isSeen(String path) throws IOException {
    return live.documents(LedgerDocument.FILE, LedgerDocument.term(path)).stream()
        .anyMatch(seenFiles::get);
  }

  /** The notices of withdrawals in a file. */
  synchronized List<LedgerEntry> notices(String file) throws IOException {
    List<LedgerEntry> notices = new ArrayList<>();
    live.eachWithPrefix(
        LedgerDocument.NOTICE,
        LedgerDocument.noticePrefix(file),
        (term, documents) -> {
          for (int document : documents) {
            notices.add(LedgerDocument.entry(live.stored(document)));
          }
        });
    return notices;
  }

  /** The number of the article that is word for word the same; empty if there was none. */
  synchronized OptionalLong added(BytesRef fingerprint) throws IOException {
    List<Integer> same = live.documents(IndexSchema.FINGERPRINT, fingerprint, 1);
    return same.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Added.of(reader, same.getFirst()));
  }

  /** The names of its segments. */
  Set<String> segments() {
    return reader.leaves().stream()
        .map(leaf -> SessionSegments.name(leaf.reader()))
        .collect(Collectors.toSet());
  }

  /** The article in a document, withdrawn or not. */
  synchronized IndexedArticle article(int document) throws IOException {
    Document stored = live.stored(document);
    return WithdrawnDocument.is(stored)
        ? WithdrawnDocument.article(stored)
        : new StoredArticle(stored).indexed();
  }

  synchronized boolean isShared(int document) throws IOException {
    return live.number(IndexSchema.COPIES, document).isPresent();
  }

  synchronized OptionalLong family(int document) throws IOException {
    return live.number(IndexSchema.FAMILY, document);
  }

  synchronized Sketch sketch(int document) throws IOException {
    return Sketch.of(reader, document);
  }

  /** The number of articles with a hash in their sketch, counted up to a limit. */
  synchronized int sharing(long hash, int most) throws IOException {
    return latest.documents(IndexSchema.SKETCH, Sketch.term(hash), most).size();
  }

  /** The number of articles with a hash in their sketch, removed ones included. */
  synchronized int frequency(long hash) throws IOException {
    return live.frequency(IndexSchema.SKETCH, Sketch.term(hash));
  }

  int size() {
    return reader.maxDoc();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
