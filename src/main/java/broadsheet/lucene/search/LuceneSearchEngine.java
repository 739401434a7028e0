package broadsheet.lucene.search;

import broadsheet.article.Article;
import broadsheet.engine.EngineException;
import broadsheet.engine.IndexLedger;
import broadsheet.engine.IndexSummary;
import broadsheet.engine.MarkedArticle;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.SearchRequest;
import broadsheet.engine.SearchResults;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** Searches an index on this machine's disk. Thread-safe. */
public final class LuceneSearchEngine implements SearchEngine {

  /** A query of a thousand units looks for each in every default field. */
  private static final int MAX_CLAUSES = 1 << 20;

  static {
    IndexSearcher.setMaxClauseCount(MAX_CLAUSES);
  }

  private final CommittedIndex index;

  private LuceneSearchEngine(CommittedIndex index) {
    this.index = index;
  }

  /** Whether the folder holds an index, of whatever format and in whatever state. */
  public static boolean hasIndex(Path folder) {
    return CommittedIndex.exists(folder);
  }

  /**
   * Opens the index in that folder.
   *
   * @throws EngineException when there is none, or it is of another format or damaged
   */
  public static LuceneSearchEngine open(Path folder) {
    return new LuceneSearchEngine(CommittedIndex.open(folder));
  }

  @Override
  public SearchResults search(SearchRequest request) {
    return index.read(snapshot -> new Search(snapshot, request).results());
  }

  @Override
  public List<String> suggest(String text, int count) {
    return index.read(snapshot -> Suggestions.of(snapshot, text, count));
  }

  @Override
  public Optional<MarkedArticle> find(String id, QueryNode query) {
    return index.read(
        snapshot -> {
          TopDocs found = snapshot.search(new TermQuery(new Term(IndexSchema.ID, id)), 1);
          if (found.scoreDocs.length == 0) {
            return Optional.empty();
          }
          int document = found.scoreDocs[0].doc;
          MatchMarker marker = marker(snapshot, query, document);
          return Optional.of(new HitMaker(snapshot, marker).article(document));
        });
  }

  /** Marks the query as a whole or, where the article has not all of it, what it has of it. */
  private static MatchMarker marker(ReaderSnapshot snapshot, QueryNode query, int document)
      throws IOException {
    LanguageCompiler compiler = new LanguageCompiler(snapshot);
    MatchMarker whole = new MatchMarker(snapshot, compiler.compile(query));
    return whole.in(document).isPresent()
        ? whole
        : new MatchMarker(snapshot, compiler.compileAny(PositiveParts.of(query)));
  }

  @Override
  public long articleCount() {
    return index.read(snapshot -> snapshot.summary().articles());
  }

  @Override
  public IndexSummary summary() {
    return index.read(ReaderSnapshot::summary);
  }

  @Override
  public IndexLedger ledger() {
    return new LuceneLedger(index);
  }

  @Override
  public void check(Consumer<Article> article) {
    index.read(
        snapshot -> {
          IndexCheck.check(snapshot, article);
          return snapshot;
        });
  }

  @Override
  public void close() {
    index.close();
  }
}
