package broadsheet.lucene.mark;

import broadsheet.article.Article;
import broadsheet.article.ArticleRef;
import broadsheet.engine.result.ArticleVersion;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.NamedArticle;
import broadsheet.engine.result.Reprint;
import broadsheet.engine.result.SpokenWords;
import broadsheet.lucene.part.IndexParts;
import broadsheet.names.Name;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Single articles of an archive, from whichever part has them. Not thread-safe. */
public record ArchiveArticles(IndexParts parts) {

  /** The article with that id and the names found in it; empty when there is none. */
  public Optional<NamedArticle> named(String id) throws IOException {
    return parts.ask(new ArticleQuestion.ArticlesQuestion(List.of(id))).stream()
        .flatMap(part -> part.values().stream())
        .findFirst();
  }

  /**
   * Finds and marks an article. Empty when there is no such article; unmarked when there is no time
   * to mark it.
   */
  public Optional<MarkedArticle> find(String id, QueryNode query) throws IOException {
    parts.lookUp(query);
    for (Optional<ArticleQuestion.Marked> found :
        parts.ask(new ArticleQuestion.ArticleWithMarksQuestion(id, query))) {
      if (found.isPresent()) {
        MarkedArticle article = found.get().article();
        return Optional.of(article.with(reprints(article.article(), found.get().family())));
      }
    }
    return Optional.empty();
  }

  private List<Reprint> reprints(Article article, OptionalLong family) throws IOException {
    if (family.isEmpty()) {
      return List.of();
    }
    int most = MarkedArticle.MAX_REPRINTS + 1; // with the article itself
    return GroupReprint.reprints(
        article,
        parts.ask(new ArticleQuestion.FamilyQuestion(family.getAsLong(), most)),
        parts.budget().whole());
  }

  /** The versions of an article, the oldest first; none if there is only one. */
  public List<ArticleVersion> versions(String id) throws IOException {
    List<String> keys = named(id).map(of -> of.article().itemKeys()).orElse(List.of());
    return keys.isEmpty()
        ? List.of()
        : ArticleVersions.sorted(
            parts.ask(new ArticleQuestion.VersionsQuestion(keys)).stream()
                .flatMap(List::stream)
                .toList());
  }

  /** The references of the articles with these ids. */
  public Map<String, ArticleRef> refs(List<String> ids) throws IOException {
    Map<String, ArticleRef> refs = new HashMap<>();
    parts.ask(new ArticleQuestion.RefsQuestion(ids)).forEach(refs::putAll);
    return refs;
  }

  /**
   * Today's ids of the articles of references. One with the same text, in any part, takes
   * precedence over one with the same id.
   */
  public Map<ArticleRef, String> idsOf(List<ArticleRef> refs) throws IOException {
    Map<ArticleRef, String> ids = new HashMap<>();
    parts.ask(new ArticleQuestion.SameTextsQuestion(refs)).forEach(ids::putAll);
    List<ArticleRef> others = refs.stream().filter(ref -> !ids.containsKey(ref)).toList();
    Set<String> there = new HashSet<>();
    parts
        .ask(new ArticleQuestion.IdsQuestion(others.stream().map(ArticleRef::id).toList()))
        .forEach(there::addAll);
    others.stream().filter(ref -> there.contains(ref.id())).forEach(ref -> ids.put(ref, ref.id()));
    return ids;
  }

  /** Selects the ids that belonged to withdrawn articles. */
  public Set<String> withdrawn(List<String> ids) throws IOException {
    Set<String> withdrawn = new HashSet<>();
    parts.ask(new ArticleQuestion.WithdrawnQuestion(ids)).forEach(withdrawn::addAll);
    return withdrawn;
  }

  /** The quotes of a speaker in some articles, in the order of these. */
  public List<SpokenWords> quotes(Name speaker, List<String> ids) throws IOException {
    return parts.ask(new ArticleQuestion.QuotesQuestion(speaker, ids)).stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt(quote -> ids.indexOf(quote.id())))
        .toList();
  }
}
