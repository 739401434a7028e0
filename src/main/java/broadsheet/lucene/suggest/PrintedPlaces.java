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
 * Reads how typed text continues in a sample of the articles that have it, spread evenly over all
 * of them, so that it takes as long in a large index as in a small one. Not thread-safe.
 */
final class PrintedPlaces {

  /** How many words after the context are read. */
  private static final int WORDS = 7;

  /** How many occurrences in one article are checked for one that continues as typed. */
  private static final int TRIED = 20;

  private final List<ReaderSnapshot> parts;
  private final CompletionContext stub;
  private final QueryField field;

  PrintedPlaces(List<ReaderSnapshot> parts, CompletionContext stub, QueryField field) {
    this.parts = parts;
    this.stub = stub;
    this.field = field;
  }

  /**
   * One occurrence in each of a sample of articles.
   *
   * @param having matches the articles
   * @param located gives the positions to look at, faster than the other query could
   * @param most about how many articles to read
   */
  List<PrintedPlace> of(Query having, Query located, int most) throws IOException {
    List<PrintedPlace> found = new ArrayList<>();
    for (ReaderSnapshot part : parts) {
      Weight locating = weight(located, part);
      visit(
          part,
          having,
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
    }
    return found;
  }

  /** The beginnings of texts that begin as typed. */
  List<PrintedPlace> beginnings(Query having, int most) throws IOException {
    List<PrintedPlace> found = new ArrayList<>();
    for (ReaderSnapshot part : parts) {
      visit(part, having, most, (leaf, doc) -> addIfMeant(found, text(leaf, doc), 0));
    }
    return found;
  }

  private boolean addIfMeant(List<PrintedPlace> found, String text, int start) {
    PrintedPlace place = PrintedPlace.at(text, Math.max(0, start), stub.context().size() + WORDS);
    return place.continues(stub.context(), stub.prefix()) && found.add(place);
  }

  private static Weight weight(Query query, ReaderSnapshot part) throws IOException {
    return part.createWeight(part.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1f);
  }

  /** Receives an article. */
  private interface Visitor {
    void visit(LeafReaderContext leaf, int document) throws IOException;
  }

  private void visit(ReaderSnapshot part, Query having, int most, Visitor visitor)
      throws IOException {
    int all = Math.max(1, parts.stream().mapToInt(p -> p.getIndexReader().maxDoc()).sum());
    Weight weight = weight(having, part);
    for (LeafReaderContext leaf : part.getLeafContexts()) {
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

  /** The stored text; the first paragraph is stored as part of the body. */
  private String text(LeafReaderContext leaf, int document) throws IOException {
    QueryField kept = field == QueryField.LEAD ? QueryField.BODY : field;
    Set<String> wanted = Set.of(kept.label());
    return new StoredArticle(leaf.reader().storedFields().document(document, wanted)).text(kept);
  }
}
