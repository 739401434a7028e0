package broadsheet.lucene.index;

import broadsheet.ledger.LedgerEntry;
import broadsheet.lucene.reader.ChosenDocuments;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.LedgerDocument;
import broadsheet.lucene.schema.RecordPlace;
import broadsheet.lucene.schema.WithdrawnDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterCodecReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** The records of the articles that a session erases. For one use. */
final class ErasedRecords {

  private final LuceneIndexingSession session;
  private final LiveTerms live;

  /**
   * @param reader the index before the session
   */
  ErasedRecords(LuceneIndexingSession session, IndexReader reader) {
    this.session = session;
    live = new LiveTerms(reader);
  }

  /** The documents of an article, withdrawn or not. */
  Set<Integer> documents(BytesRef fingerprint) throws IOException {
    Set<Integer> documents = new TreeSet<>();
    for (String field : List.of(IndexSchema.FINGERPRINT, WithdrawnDocument.ARTICLE)) {
      documents.addAll(live.documents(field, fingerprint, Integer.MAX_VALUE));
    }
    return documents;
  }

  /** The documents of the article with an id. */
  List<Integer> named(String id) throws IOException {
    return live.documents(IndexSchema.ID, id);
  }

  /** Removes the articles in some documents, wherever they were read. */
  void remove(Collection<Integer> documents) throws IOException {
    Set<RecordPlace> places = new TreeSet<>();
    for (int document : documents) {
      IndexedArticle article = article(live.stored(document)).orElseThrow();
      places.addAll(DocumentRewriter.places(article, live));
    }
    session.isErasing = true;
    session.removals.remove(places);
    quoteNothing(places);
    for (RecordPlace place : places) {
      session.erasures.enter(place);
    }
  }

  /** Removes what the ledger quotes from some records. */
  private void quoteNothing(Set<RecordPlace> places) throws IOException {
    Map<String, Set<String>> byFile = new HashMap<>();
    places.forEach(
        place -> byFile.computeIfAbsent(place.file(), _ -> new HashSet<>()).add(place.printed()));
    for (Map.Entry<String, Set<String>> file : byFile.entrySet()) {
      quoteNothing(LedgerDocument.term(file.getKey()), file.getValue());
    }
  }

  /** All entries of a file are written anew, since none has a term of its own. */
  private void quoteNothing(String file, Set<String> places) throws IOException {
    List<Integer> entries = live.documents(LedgerDocument.ENTRY_FILE, file);
    List<Document> quoting = new ArrayList<>();
    boolean isQuoting = false;
    for (int document : entries) {
      LedgerEntry entry = LedgerDocument.entry(live.stored(document));
      boolean isErased = !entry.detail().isEmpty() && places.contains(entry.place());
      isQuoting |= isErased;
      long number = live.number(LedgerDocument.NUMBER, document).orElse(0);
      quoting.add(LedgerDocument.entry(file, number, isErased ? entry.withoutDetail() : entry));
    }
    if (isQuoting) {
      session.index.writer().deleteDocuments(new Term(LedgerDocument.ENTRY_FILE, file));
      session.index.writer().addDocuments(quoting);
    }
  }

  /** The article in a document, withdrawn or not; empty if there is none. */
  static Optional<IndexedArticle> article(Document stored) {
    return FormerIndex.article(stored);
  }

  /** The documents of an index with articles that were erased. Reads all articles. */
  static List<Integer> heldIn(IndexReader reader, Erasures erasures) throws IOException {
    List<Integer> held = new ArrayList<>();
    if (erasures.isNone()) {
      return held;
    }
    for (LeafReaderContext leaf : reader.leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      StoredFields stored = leaf.reader().storedFields();
      for (int document = 0; document < leaf.reader().maxDoc(); document++) {
        if ((live == null || live.get(document))
            && article(stored.document(document)).filter(erasures::hold).isPresent()) {
          held.add(leaf.docBase + document);
        }
      }
    }
    return held;
  }

  /**
   * An index that is about to be added to another one, without the articles that were erased, of
   * which the ledger then says so; empty if it has none.
   */
  static Optional<IndexReader> without(DirectoryReader whole, Erasures erasures)
      throws IOException {
    List<Integer> held = heldIn(whole, erasures);
    if (held.isEmpty()) {
      return Optional.empty();
    }
    for (int document : held) {
      Optional<IndexedArticle> article = article(whole.storedFields().document(document));
      erasures.enter(article.orElseThrow().first());
    }
    List<LeafReader> segments = new ArrayList<>();
    for (LeafReaderContext leaf : whole.leaves()) {
      segments.add(without(leaf, held));
    }
    return Optional.of(new MultiReader(segments.toArray(LeafReader[]::new), false));
  }

  private static CodecReader without(LeafReaderContext leaf, List<Integer> held) {
    CodecReader segment = (CodecReader) leaf.reader();
    FixedBitSet kept = ChosenDocuments.live(segment);
    for (int document : held) {
      if (document >= leaf.docBase && document < leaf.docBase + segment.maxDoc()) {
        kept.clear(document - leaf.docBase);
      }
    }
    return new KeptDocuments(segment, kept, kept.cardinality());
  }

  /**
   * A segment in which all documents but some count as deleted, in the form that a writer takes in.
   */
  private static final class KeptDocuments extends FilterCodecReader {
    private final FixedBitSet kept;
    private final int count;

    KeptDocuments(CodecReader segment, FixedBitSet kept, int count) {
      super(segment);
      this.kept = kept;
      this.count = count;
    }

    @Override
    public Bits getLiveDocs() {
      return kept;
    }

    @Override
    public int numDocs() {
      return count;
    }

    @Override
    public @Nullable CacheHelper getCoreCacheHelper() {
      return in.getCoreCacheHelper();
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
      return null;
    }
  }

  /** The segments of {@link #without}. */
  static CodecReader[] segments(IndexReader without) {
    return without.leaves().stream()
        .map(leaf -> (CodecReader) leaf.reader())
        .toArray(CodecReader[]::new);
  }
}
