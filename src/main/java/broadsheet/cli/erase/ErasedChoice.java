package broadsheet.cli.erase;

import broadsheet.article.Article;
import broadsheet.article.ArticleRef;
import broadsheet.cli.common.UsageException;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.ArticleVersion;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.NamedArticle;
import broadsheet.engine.result.Reprint;
import broadsheet.query.QueryNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The articles that may be erased, each once, by their ids.
 *
 * @param asked those that were asked for
 * @param versions other versions of them
 * @param reprints reprints of all these
 */
record ErasedChoice(
    Map<String, Article> asked, Map<String, Article> versions, Map<String, Article> reprints) {

  /** More are not erased at once: each is named before it goes. */
  static final int MOST = 1_000;

  /** Those with an id; none if there is no such article. */
  static ErasedChoice ofId(String id, SearchEngine engine) {
    return of(engine.article(id).stream().toList(), engine);
  }

  /**
   * Those that a query finds, by all its words.
   *
   * @throws UsageException if there are too many
   */
  static ErasedChoice found(QueryNode query, SearchEngine engine) {
    SearchRequest request = SearchRequest.of(query).matching(Match.ALL).unfolded().withoutCounts();
    long total = engine.search(request).total();
    if (total > MOST) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "The query finds %,d articles, and at most %,d are erased at once. Nothing was"
                  + " changed. Narrow the query.",
              total,
              MOST));
    }
    List<Article> found = new ArrayList<>();
    engine.export(request, article -> found.add(article.article()));
    return of(found, engine);
  }

  private static ErasedChoice of(List<Article> asked, SearchEngine engine) {
    Map<String, Article> own = new LinkedHashMap<>();
    asked.forEach(article -> own.put(article.id(), article));
    Map<String, Article> versions = new LinkedHashMap<>();
    Map<String, Article> reprints = new LinkedHashMap<>();
    for (String id : own.keySet()) {
      engine.versions(id).stream()
          .map(ArticleVersion::id)
          .filter(other -> !own.containsKey(other))
          .forEach(other -> add(other, versions, engine));
    }
    for (String id : Stream.concat(own.keySet().stream(), versions.keySet().stream()).toList()) {
      engine.find(id, new QueryNode.Everything()).map(MarkedArticle::reprints).stream()
          .flatMap(List::stream)
          .map(Reprint::id)
          .filter(other -> !own.containsKey(other) && !versions.containsKey(other))
          .forEach(other -> add(other, reprints, engine));
    }
    return new ErasedChoice(own, versions, reprints);
  }

  private static void add(String id, Map<String, Article> articles, SearchEngine engine) {
    Optional<NamedArticle> found = engine.named(id);
    found.ifPresent(article -> articles.put(id, article.article()));
  }

  boolean isEmpty() {
    return asked.isEmpty();
  }

  /** Those that are to go. */
  List<Article> with(boolean isWithVersions, boolean isWithReprints) {
    List<Article> all = new ArrayList<>(asked.values());
    all.addAll(isWithVersions ? versions.values() : List.of());
    all.addAll(isWithReprints ? reprints.values() : List.of());
    return all;
  }

  /** The references of some of them. */
  static List<ArticleRef> refs(Collection<Article> articles, SearchEngine engine) {
    return List.copyOf(engine.refs(articles.stream().map(Article::id).toList()).values());
  }
}
