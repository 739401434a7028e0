package broadsheet.lucene;

import broadsheet.article.Article;
import broadsheet.engine.NameMode;
import broadsheet.engine.SearchAnswers;
import broadsheet.engine.TestArticles;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.SearchResults;
import broadsheet.ledger.Source;
import broadsheet.lucene.index.IndexFolder;
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
        LuceneIndexingSession.open(IndexFolder.searched(folder), NameMode.AS_IS)) {
      articles.forEach(session::add);
      session.commit(List.of(new Source("/test", "")));
    }
  }

  /** Adds these articles to the index in a folder, as articles from another file. */
  public static void update(Path folder, String file, List<Article> articles) {
    try (LuceneIndexingSession session =
        LuceneIndexingSession.update(IndexFolder.searched(folder), NameMode.AS_IS)) {
      articles.forEach(article -> session.add(file, article));
      session.commit(List.of(new Source("/test", "")));
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
