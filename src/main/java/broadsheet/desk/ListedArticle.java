package broadsheet.desk;

import broadsheet.article.Article;
import broadsheet.article.ArticleRef;
import broadsheet.article.Headline;
import broadsheet.article.PublicationDate;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.result.NamedArticle;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An entry of a list, and the present state of its article. Immutable.
 *
 * @param entry the entry as stored, without the headline of an article that was withdrawn
 * @param id the article's id today; empty if it is not in the archive
 * @param isWithdrawn whether it is not there because its agency withdrew it
 */
public record ListedArticle(ListEntry entry, Optional<String> id, boolean isWithdrawn) {

  /** Looks up the articles of entries. Keeps their order. */
  public static List<ListedArticle> of(List<ListEntry> entries, SearchEngine engine) {
    List<ArticleRef> articles = entries.stream().map(ListEntry::article).toList();
    Map<ArticleRef, String> ids = engine.idsOf(articles);
    Set<ArticleRef> withdrawn = withdrawn(articles, ids, engine);
    return entries.stream()
        .map(
            entry ->
                withdrawn.contains(entry.article())
                    ? new ListedArticle(entry.withheld(), Optional.empty(), true)
                    : of(entry, Optional.ofNullable(ids.get(entry.article())), engine))
        .toList();
  }

  /** A later version may be published after a withdrawal, and has a headline again. */
  private static ListedArticle of(ListEntry entry, Optional<String> id, SearchEngine engine) {
    Optional<Article> published =
        entry.title().equals(Headline.WITHDRAWN)
            ? id.flatMap(engine::named).map(NamedArticle::article)
            : Optional.empty();
    return new ListedArticle(published.map(entry::of).orElse(entry), id, false);
  }

  /** Those of some articles that are not in the archive because their agency withdrew them. */
  public static Set<ArticleRef> withdrawn(Collection<ArticleRef> articles, SearchEngine engine) {
    return withdrawn(articles, engine.idsOf(articles), engine);
  }

  private static Set<ArticleRef> withdrawn(
      Collection<ArticleRef> articles, Map<ArticleRef, String> ids, SearchEngine engine) {
    List<ArticleRef> gone = articles.stream().filter(ref -> !ids.containsKey(ref)).toList();
    Set<String> withdrawn =
        gone.isEmpty() ? Set.of() : engine.withdrawn(gone.stream().map(ArticleRef::id).toList());
    return gone.stream().filter(ref -> withdrawn.contains(ref.id())).collect(Collectors.toSet());
  }

  /** Why it is not in the archive, in a few words; empty if it is. */
  public String absence() {
    String why = isWithdrawn ? "withdrawn by its agency" : "gone from the archive";
    return id.isPresent() ? "" : why;
  }

  /** The article or, if it is gone, the facts that the list stores about it, without its text. */
  public NamedArticle named(SearchEngine engine) {
    return id.flatMap(engine::named).orElseGet(this::remembered);
  }

  private NamedArticle remembered() {
    return NamedArticle.without(
        Article.withId(entry.article().id())
            .title(entry.title())
            .source(entry.source())
            .url(entry.url())
            .publishedAt(date())
            .build());
  }

  /** Its date, as far as it is known. */
  public PublicationDate date() {
    return entry.date().isEmpty()
        ? PublicationDate.unknown()
        : PublicationDate.stated(entry.date());
  }
}
