package broadsheet.engine;

import broadsheet.article.Article;
import broadsheet.article.ArticleRef;
import broadsheet.engine.result.ArticleVersion;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.NamedArticle;
import broadsheet.query.QueryNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks up articles of one index by their ids, and by references kept outside. Thread-safe. */
public interface ArticleLookup {

  /**
   * The article with that id, with the query's matches marked whether or not it matches as a whole;
   * empty when there is no such article.
   *
   * @throws EngineBusyException when the query is costly and its turn did not come
   */
  Optional<MarkedArticle> find(String id, QueryNode query);

  /**
   * The article with that id; empty when there is no such article.
   *
   * @throws EngineException when the index cannot be read
   */
  default Optional<Article> article(String id) {
    return named(id).map(NamedArticle::article);
  }

  /** The article with that id and the names found in it. Otherwise like {@link #article}. */
  Optional<NamedArticle> named(String id);

  /**
   * All versions of an article that the archive has, as its provider counts them.
   *
   * @param id the id of any of them
   * @return the oldest first, of very many the newest {@value ArticleVersion#MOST}; empty if there
   *     is only one, or none
   * @throws EngineException when the index cannot be read
   */
  List<ArticleVersion> versions(String id);

  /**
   * The references by which articles can be kept outside the archive.
   *
   * @param ids the ids of the articles
   * @return by id; an id without an article is absent
   * @throws EngineException when the index cannot be read
   */
  Map<String, ArticleRef> refs(Collection<String> ids);

  /**
   * The ids under which kept articles are found today: of the article with the same text or, where
   * there is none, the one with the same id, whose text was corrected.
   *
   * @return by reference; an article that is gone is absent
   * @throws EngineException when the index cannot be read
   */
  Map<ArticleRef, String> idsOf(Collection<ArticleRef> refs);

  /**
   * Selects the ids of articles that their providers withdrew. An id may belong to another article
   * today.
   *
   * @throws EngineException when the index cannot be read
   */
  Set<String> withdrawn(Collection<String> ids);
}
