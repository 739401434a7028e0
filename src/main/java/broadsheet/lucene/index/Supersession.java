package broadsheet.lucene.index;

import broadsheet.article.ItemVersion;
import broadsheet.lucene.reader.BoundedCache;
import broadsheet.lucene.reader.LiveTerms;
import broadsheet.lucene.schema.Fingerprint;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.ItemTerm;
import broadsheet.lucene.schema.Lineage;
import broadsheet.lucene.schema.PlaceDocument;
import broadsheet.lucene.schema.RecordPlace;
import broadsheet.lucene.schema.Sketch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SparseFixedBitSet;

/**
 * Marks the articles of which there is a later version: those whose records are all of items that
 * another article is the latest version of. The latest version is told by {@link
 * ItemVersion#BY_AGE}, then by the length of the text and the fingerprint, so the order of reading
 * does not count. For one use.
 */
final class Supersession {

  /** An item of most records has few versions, which are examined one after another. */
  private static final int MOST_ITEMS = 1_000;

  /**
   * An item with several versions.
   *
   * @param versions the articles that are versions of it, each with its latest one
   * @param latest the article that is the latest
   */
  private record Item(Map<Integer, ItemVersion> versions, int latest) {}

  private final DirectoryReader reader;
  private final IndexWriter writer;
  private final ChangeSet changes;
  private final LiveTerms live;
  private final SparseFixedBitSet examined;
  private final BoundedCache<String, Item> items = new BoundedCache<>(new HashMap<>(), MOST_ITEMS);
  private long superseded;

  Supersession(DirectoryReader reader, IndexWriter writer, ChangeSet changes) {
    this.reader = reader;
    this.writer = writer;
    this.changes = changes;
    live = new LiveTerms(reader);
    examined = new SparseFixedBitSet(Math.max(1, reader.maxDoc()));
  }

  /** Marks articles and removes marks. Returns the number that are newly superseded. */
  long settle() throws IOException {
    if (changes.isAll()) {
      for (String field : List.of(IndexSchema.SUPERSEDED, IndexSchema.EARLIER)) {
        examineMarked(field);
      }
      examineShared();
    } else {
      for (String key : List.copyOf(changes.items())) {
        examineVersions(key);
      }
    }
    return superseded;
  }

  private void examineMarked(String field) throws IOException {
    NumericDocValues values = MultiDocValues.getNumericValues(reader, field);
    while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (live.isLive(values.docID())) {
        examine(values.docID());
      }
    }
  }

  /** Examines the versions of items that several documents are versions of. */
  private void examineShared() throws IOException {
    String[] last = {"", ""}; // the key of the last term, and the last one whose versions were seen
    live.eachWithPrefix(
        IndexSchema.ITEM,
        "",
        (term, documents) -> {
          String key = ItemTerm.key(term);
          boolean isShared = documents.size() > 1 || key.equals(last[0]);
          last[0] = key;
          if (isShared && !key.equals(last[1])) {
            last[1] = key;
            examineVersions(key);
          }
        });
  }

  private void examineVersions(String key) throws IOException {
    for (int document : item(key).versions().keySet()) {
      examine(document);
    }
  }

  private Item item(String key) throws IOException {
    try {
      return items.of(key, this::read);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Item read(String key) {
    try {
      Map<Integer, ItemVersion> versions = versions(key);
      return new Item(versions, versions.isEmpty() ? -1 : latest(versions));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The articles that are versions of an item, each with its latest version. */
  private Map<Integer, ItemVersion> versions(String key) throws IOException {
    Map<Integer, ItemVersion> versions = new HashMap<>();
    live.eachWithPrefix(
        IndexSchema.ITEM,
        ItemTerm.prefix(key),
        (term, documents) -> {
          ItemVersion version = ItemTerm.version(term.utf8ToString());
          for (int document : documents) {
            versions.merge(
                article(document), version, (a, b) -> ItemVersion.BY_AGE.compare(a, b) < 0 ? b : a);
          }
        });
    return versions;
  }

  /** The document of the article; for a further location, that of its article. */
  private int article(int document) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
    SortedDocValues further = DocValues.getSorted(leaf.reader(), PlaceDocument.ARTICLE);
    if (!further.advanceExact(document - leaf.docBase)) {
      return document;
    }
    BytesRef article = BytesRef.deepCopyOf(further.lookupOrd(further.ordValue()));
    return live.documents(IndexSchema.FINGERPRINT, article, 1).getFirst();
  }

  private void examine(int document) throws IOException {
    if (examined.getAndSet(document)) {
      return;
    }
    IndexedArticle article = DocumentRewriter.read(reader, document);
    Lineage lineage = lineage(document, article);
    if (!lineage.equals(article.lineage())) {
      mark(document, article, lineage);
    }
  }

  private Lineage lineage(int document, IndexedArticle article) throws IOException {
    Set<String> keys = new HashSet<>();
    boolean isSuperseded = true;
    for (RecordPlace place : DocumentRewriter.places(article, live)) {
      boolean isPlaceSuperseded = false;
      for (ItemVersion version : place.items()) {
        keys.add(version.key());
        isPlaceSuperseded |= item(version.key()).latest() != document;
      }
      isSuperseded &= isPlaceSuperseded;
    }
    return isSuperseded ? new Lineage(true, 0) : new Lineage(false, others(keys));
  }

  /** The number of other articles that are versions of some items. */
  private int others(Set<String> keys) throws IOException {
    if (keys.size() == 1) {
      return item(keys.iterator().next()).versions().size() - 1;
    }
    Set<Integer> all = new HashSet<>();
    for (String key : keys) {
      all.addAll(item(key).versions().keySet());
    }
    return Math.max(0, all.size() - 1);
  }

  private int latest(Map<Integer, ItemVersion> versions) throws IOException {
    ItemVersion latest = versions.values().stream().max(ItemVersion.BY_AGE).orElseThrow();
    List<Integer> all =
        versions.entrySet().stream()
            .filter(each -> ItemVersion.BY_AGE.compare(each.getValue(), latest) == 0)
            .map(Map.Entry::getKey)
            .toList();
    return all.size() == 1 ? all.getFirst() : longest(all);
  }

  /**
   * The article with the longest text of several equally late ones, then that whose fingerprint is
   * the largest. A feed may have only the beginning of a text that another has whole.
   */
  private int longest(List<Integer> documents) throws IOException {
    Map<Integer, Rank> ranks = new HashMap<>();
    for (int document : documents) {
      IndexedArticle article = DocumentRewriter.read(reader, document);
      int length = article.article().paragraphs().stream().mapToInt(String::length).sum();
      ranks.put(document, new Rank(length, Fingerprint.of(article)));
    }
    return ranks.entrySet().stream()
        .max(Map.Entry.comparingByValue(Rank.ORDER))
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  private record Rank(int length, BytesRef fingerprint) {
    private static final Comparator<Rank> ORDER =
        Comparator.comparingInt(Rank::length).thenComparing(Rank::fingerprint);
  }

  private void mark(int document, IndexedArticle article, Lineage lineage) throws IOException {
    NumericDocValues families = MultiDocValues.getNumericValues(reader, IndexSchema.FAMILY);
    boolean hasFamily = families != null && families.advanceExact(document);
    lineage.replace(
        article.lineage(), hasFamily, new Term(IndexSchema.RECORD, article.first().key()), writer);
    if (lineage.isSuperseded() == article.lineage().isSuperseded()) {
      return;
    }
    if (lineage.isSuperseded()) {
      superseded++;
      changes.removed(article, Sketch.of(reader, document).hashes());
      if (hasFamily) {
        changes.family(families.longValue());
      }
    }
    changes.written(article);
  }
}
