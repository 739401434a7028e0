package broadsheet.lucene.suggest;

import broadsheet.engine.request.FacetField;
import broadsheet.lucene.compile.AnyHit;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.names.FoundNames;
import broadsheet.lucene.snapshot.ArticleLanguages;
import broadsheet.lucene.snapshot.Dictionary;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.names.NameEntry;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;

/** The data that completions are made from. It is as thread-safe as its data. */
public interface CompletionSource extends PlaceSource {

  /** The terms of the archive. */
  Dictionary dictionary();

  /** The languages of its articles. */
  ArticleLanguages languages();

  /** The approximate number of different values in a field. */
  long values(String field) throws IOException;

  /** The names found in the articles; see {@link FoundNames#beginning}. */
  List<NameEntry> names(FacetField facet, String typed, boolean isWithin, int most)
      throws IOException;

  /**
   * Announces the queries that {@link #hasAny} may be called with next, so that a source on other
   * machines can send several in one request.
   */
  default void announce(List<QueryNode> queries) {}

  /** Whether a query finds anything. */
  boolean hasAny(QueryNode query) throws IOException;

  /** One committed state of an index. */
  static CompletionSource of(ReaderSnapshot snapshot) {
    Duration patterns = Duration.ofMillis(100);
    LanguageCompiler compiler = new LanguageCompiler(snapshot, Deadline.in(patterns));
    return new CompletionSource() {
      @Override
      public Dictionary dictionary() {
        return snapshot.dictionary();
      }

      @Override
      public ArticleLanguages languages() {
        return snapshot.languages();
      }

      @Override
      public long values(String field) throws IOException {
        Terms values = MultiTerms.getTerms(snapshot.getIndexReader(), field);
        if (values == null) {
          return 0;
        }
        // if several segments do not reveal it, the number of articles with any value
        return values.size() < 0 ? values.getDocCount() : values.size();
      }

      @Override
      public List<NameEntry> names(FacetField facet, String typed, boolean isWithin, int most)
          throws IOException {
        return snapshot.names().beginning(facet, typed, isWithin, most);
      }

      @Override
      public List<PrintedPlace> places(PlacesWanted wanted) throws IOException {
        return PrintedPlaces.places(wanted, List.of(PrintedPlaces.of(wanted, snapshot)));
      }

      @Override
      public boolean hasAny(QueryNode query) throws IOException {
        return AnyHit.of(compiler.compile(query), snapshot);
      }
    };
  }
}
