package broadsheet.lucene.account;

import broadsheet.ledger.Source;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.PlaceDocument;
import broadsheet.lucene.schema.RecordPlace;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Counts the articles that have a location in a source. Immutable. */
record SourceArticles(ReaderSnapshot snapshot) {

  /**
   * Counts articles with a listed location in the source, and articles whose only locations there
   * are further ones.
   */
  long count(Source source) throws IOException {
    Query places = placesIn(source);
    long articles = snapshot.count(both(places, IndexSchema.articles()));
    for (BytesRef article : withFurther(places)) {
      Query itself = new TermQuery(new Term(IndexSchema.FINGERPRINT, article));
      boolean isShown = snapshot.count(itself) > 0;
      articles += isShown && snapshot.count(both(places, itself)) == 0 ? 1 : 0;
    }
    return articles;
  }

  private static Query placesIn(Source source) {
    String path = source.path();
    return new BooleanQuery.Builder()
        .add(prefix(RecordPlace.prefix(path)), Occur.SHOULD)
        .add(prefix(path.endsWith("/") ? path : path + "/"), Occur.SHOULD)
        .build();
  }

  private static Query prefix(String text) {
    return new PrefixQuery(new Term(IndexSchema.RECORD, text));
  }

  private static Query both(Query one, Query other) {
    return new BooleanQuery.Builder().add(one, Occur.FILTER).add(other, Occur.FILTER).build();
  }

  /** The fingerprints of the articles with further locations among these. */
  private Set<BytesRef> withFurther(Query places) throws IOException {
    Set<BytesRef> articles = new HashSet<>();
    Weight weight =
        snapshot.createWeight(snapshot.rewrite(places), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : snapshot.getLeafContexts()) {
      boolean hasAny = leaf.reader().terms(PlaceDocument.ARTICLE) != null;
      Scorer scorer = hasAny ? weight.scorer(leaf) : null;
      if (scorer != null) {
        add(leaf, scorer.iterator(), articles);
      }
    }
    return articles;
  }

  private static void add(LeafReaderContext leaf, DocIdSetIterator places, Set<BytesRef> to)
      throws IOException {
    SortedDocValues articles = DocValues.getSorted(leaf.reader(), PlaceDocument.ARTICLE);
    Bits live = leaf.reader().getLiveDocs();
    for (int doc = places.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = places.nextDoc()) {
      if ((live == null || live.get(doc)) && articles.advanceExact(doc)) {
        to.add(BytesRef.deepCopyOf(articles.lookupOrd(articles.ordValue())));
      }
    }
  }
}
