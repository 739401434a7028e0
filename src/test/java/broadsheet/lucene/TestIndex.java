package broadsheet.lucene;

import broadsheet.article.Article;
import broadsheet.engine.ArrivalCopy;
import broadsheet.engine.NameMode;
import broadsheet.engine.SearchAnswers;
import broadsheet.engine.StandingAlerts;
import broadsheet.engine.TestArticles;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.StandingSearch;
import broadsheet.engine.result.ArrivalSum;
import broadsheet.engine.result.SearchResults;
import broadsheet.ledger.Source;
import broadsheet.lucene.alert.StandingSearches;
import broadsheet.lucene.index.AlertMatcher;
import broadsheet.lucene.index.LuceneIndexingSession;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.util.List;

/** A real index on disk with a handful of articles. */
public final class TestIndex {
  private TestIndex() {}

  /** Rebuilds the index in a folder from these articles. */
  public static void build(Path folder, List<Article> articles) {
    try (LuceneIndexingSession session =
        LuceneIndexingSession.open(folder, ArrivalCopy.none(), NameMode.AS_IS)) {
      articles.forEach(session::add);
      session.commit(List.of(new Source("/test", "")));
    }
  }

  /** Adds these articles to the index in a folder, as articles from another file. */
  public static void update(
      Path folder, AlertMatcher standing, String file, List<Article> articles) {
    try (LuceneIndexingSession session =
        LuceneIndexingSession.update(folder, standing, NameMode.AS_IS)) {
      articles.forEach(article -> session.add(file, article));
      session.commit(List.of(new Source("/test", "")));
    }
  }

  /** A fixed list of saved searches. */
  public static AlertMatcher standing(StandingSearch... searches) {
    return new StandingSearches(StandingAlerts.of(List.of(searches)));
  }

  /** The number of new articles of all saved searches together. */
  public static int cameIn(Path folder) {
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder)) {
      return (int) engine.arrivalSums().values().stream().mapToLong(ArrivalSum::count).sum();
    }
  }

  /** An engine over a new index of these articles. */
  public static LuceneSearchEngine engine(Path folder, Article... articles) {
    build(folder, List.of(articles));
    return LuceneSearchEngine.open(folder);
  }

  /** An English article with this id and body, one paragraph per element. */
  public static Article article(String id, String... paragraphs) {
    return TestArticles.article(id, paragraphs);
  }

  /** An article in a language; its tag is empty if unknown. */
  public static Article article(String language, String id, List<String> paragraphs) {
    return TestArticles.article(language, id, paragraphs);
  }

  /** The ids found, best first. */
  public static List<String> ids(SearchResults results) {
    return SearchAnswers.ids(results);
  }

  /** The ids a query finds, best first. */
  public static List<String> ids(LuceneSearchEngine engine, QueryNode query) {
    return ids(engine.search(SearchRequest.of(query)));
  }
}
