package broadsheet.lucene.index;

import broadsheet.ledger.LedgerEntry;
import broadsheet.lucene.reader.LiveTerms;
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
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

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
      IndexedArticle article = WithdrawnDocument.asRead(live.stored(document)).orElseThrow();
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
}
