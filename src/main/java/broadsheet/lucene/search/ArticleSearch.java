package broadsheet.lucene.search;

import broadsheet.engine.MarkedArticle;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** Reads one article whole and marks a query in it. Not shared between threads. */
final class ArticleSearch {

  private final ReaderSnapshot snapshot;
  private final Allowance allowance;

  ArticleSearch(Allowance allowance) {
    this.snapshot = allowance.snapshot();
    this.allowance = allowance;
  }

  /** Empty when there is no such article; unmarked when there is no time to mark it. */
  Optional<MarkedArticle> find(String id, QueryNode query) throws IOException {
    TopDocs found = snapshot.search(new TermQuery(new Term(IndexSchema.ID, id)), 1);
    if (found.scoreDocs.length == 0) {
      return Optional.empty();
    }
    int document = found.scoreDocs[0].doc;
    HitMaker maker = new HitMaker(snapshot, marker(query, document), allowance.whole());
    return Optional.of(maker.article(document));
  }

  /** Marks the query as a whole or, where the article has not all of it, what it has of it. */
  private Optional<MatchMarker> marker(QueryNode query, int document) throws IOException {
    LanguageCompiler compiler = allowance.compiler();
    Optional<MatchMarker> whole = allowance.marker(compiler.compile(query));
    return whole.isPresent() && whole.get().in(document).isPresent()
        ? whole
        : allowance.marker(compiler.compileAny(PositiveParts.of(query)));
  }
}
