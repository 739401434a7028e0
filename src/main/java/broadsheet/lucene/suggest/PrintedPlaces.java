package broadsheet.lucene.suggest;

import broadsheet.lucene.mark.CompletionContext;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/**
 * Reads how typed text continues in a sample of the articles that have it, spread evenly over all
 * of them, so that it takes as long in a large index as in a small one. Not thread-safe.
 */
public final class PrintedPlaces {

  /** Number of words to read after the context. */
  private static final int WORDS = 7;

  /** Number of occurrences in one article to check for one that continues as typed. */
  private static final int TRIED = 20;

  private final PlacesWanted wanted;
  private final ReaderSnapshot part;
  private final StoredFields stored;
  private final long documents;

  private PrintedPlaces(PlacesWanted wanted, ReaderSnapshot part, long documents)
      throws IOException {
    this.wanted = wanted;
    this.part = part;
    this.stored = part.storedFields();
    this.documents = documents;
  }

  /**
   * One place in each of a sample of articles.
   *
   * @param part the part of the archive, or all of it
   * @param documents the number of documents in the archive, deleted ones included, at least 1
   */
  public static List<PrintedPlace> of(PlacesWanted wanted, ReaderSnapshot part, long documents)
      throws IOException {
    PrintedPlaces places = new PrintedPlaces(wanted, part, Math.max(1, documents));
    return wanted.isBeginning() ? places.beginnings() : places.anywhere();
  }

  private List<PrintedPlace> anywhere() throws IOException {
    List<PrintedPlace> found = new ArrayList<>();
    Weight locating = weight(wanted.locating());
    visit(
        (leaf, document) -> {
          Matches matches = locating.matches(leaf, document);
          MatchesIterator match =
              matches == null ? null : matches.getMatches(wanted.field().label());
          String text = match == null ? "" : text(leaf, document);
          for (int i = 0; i < TRIED && match != null && match.next(); i++) {
            if (addIfMeant(found, text, match.startOffset())) {
              return;
            }
          }
        });
    return found;
  }

  private List<PrintedPlace> beginnings() throws IOException {
    List<PrintedPlace> found = new ArrayList<>();
    visit((leaf, doc) -> addIfMeant(found, text(leaf, doc), 0));
    return found;
  }

  private boolean addIfMeant(List<PrintedPlace> found, String text, int start) {
    CompletionContext stub = wanted.stub();
    PrintedPlace place = PrintedPlace.at(text, Math.max(0, start), stub.context().size() + WORDS);
    return place.continues(stub.context(), stub.prefix()) && found.add(place);
  }

  private Weight weight(Query query) throws IOException {
    return part.createWeight(part.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1f);
  }

  /** Receives an article. */
  private interface Visitor {
    void visit(LeafReaderContext leaf, int document) throws IOException;
  }

  private void visit(Visitor visitor) throws IOException {
    Weight weight = weight(wanted.having());
    for (LeafReaderContext leaf : part.getLeafContexts()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        int share = (int) Math.ceilDiv((long) wanted.most() * leaf.reader().maxDoc(), documents);
        visit(leaf, scorer.iterator(), share, visitor);
      }
    }
  }

  private static void visit(
      LeafReaderContext leaf, DocIdSetIterator documents, int most, Visitor visitor)
      throws IOException {
    int step = documents.cost() <= most ? 1 : Math.max(1, leaf.reader().maxDoc() / most);
    Bits live = leaf.reader().getLiveDocs();
    int document = documents.nextDoc();
    for (int i = 0; i < most && document != DocIdSetIterator.NO_MORE_DOCS; i++) {
      if (live == null || live.get(document)) {
        visitor.visit(leaf, document);
      }
      document = documents.advance(document + step);
    }
  }

  /** The stored text. */
  private String text(LeafReaderContext leaf, int document) throws IOException {
    QueryField kept = wanted.field().holder();
    Set<String> fields = Set.of(kept.label());
    return new StoredArticle(stored.document(leaf.docBase + document, fields)).text(kept);
  }
}
