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
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/**
 * Reads how a stub goes on in some of the articles that have it, spread evenly over all that do. So
 * it takes as long in a large index as in a small one. Not shared between threads.
 */
final class PrintedPlaces {

  /** So many words behind the stub's context are read. */
  private static final int WORDS = 7;

  /** So many places of one article are looked at for one where the stub goes on. */
  private static final int TRIED = 20;

  private final ReaderSnapshot snapshot;
  private final CompletionContext stub;
  private final QueryField field;

  PrintedPlaces(ReaderSnapshot snapshot, CompletionContext stub, QueryField field) {
    this.snapshot = snapshot;
    this.stub = stub;
    this.field = field;
  }

  /**
   * One place in each of some articles.
   *
   * @param having finds the articles
   * @param located finds where in them to look, quicker than the other could tell
   * @param most about so many articles are read
   */
  List<PrintedPlace> of(Query having, Query located, int most) throws IOException {
    Weight locating = weight(located);
    List<PrintedPlace> found = new ArrayList<>();
    visit(
        weight(having),
        most,
        (leaf, document) -> {
          Matches matches = locating.matches(leaf, document);
          MatchesIterator match = matches == null ? null : matches.getMatches(field.label());
          String text = match == null ? "" : text(leaf, document);
          for (int i = 0; i < TRIED && match != null && match.next(); i++) {
            if (addIfMeant(found, text, match.startOffset())) {
              return;
            }
          }
        });
    return found;
  }

  /** The beginnings of whole texts that begin as the stub does. */
  List<PrintedPlace> beginnings(Query having, int most) throws IOException {
    List<PrintedPlace> found = new ArrayList<>();
    visit(weight(having), most, (leaf, document) -> addIfMeant(found, text(leaf, document), 0));
    return found;
  }

  private boolean addIfMeant(List<PrintedPlace> found, String text, int start) {
    PrintedPlace place = PrintedPlace.at(text, Math.max(0, start), stub.context().size() + WORDS);
    return place.continues(stub.context(), stub.prefix()) && found.add(place);
  }

  private Weight weight(Query query) throws IOException {
    return snapshot.createWeight(snapshot.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1f);
  }

  /** What to do with an article. */
  private interface Visitor {
    void visit(LeafReaderContext leaf, int document) throws IOException;
  }

  private void visit(Weight weight, int most, Visitor visitor) throws IOException {
    int all = Math.max(1, snapshot.getIndexReader().maxDoc());
    for (LeafReaderContext leaf : snapshot.getLeafContexts()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        int share = (int) Math.ceilDiv((long) most * leaf.reader().maxDoc(), all);
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

  /** The first paragraph is stored as part of the body. */
  private String text(LeafReaderContext leaf, int document) throws IOException {
    QueryField kept = field == QueryField.LEAD ? QueryField.BODY : field;
    Set<String> wanted = Set.of(kept.label());
    return new StoredArticle(leaf.reader().storedFields().document(document, wanted)).text(kept);
  }
}
