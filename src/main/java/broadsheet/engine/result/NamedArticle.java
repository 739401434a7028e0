package broadsheet.engine.result;

import broadsheet.article.Article;
import broadsheet.names.Name;
import broadsheet.names.NameKind;
import java.util.List;

/**
 * A whole article, and the names found in its text. Those that it states are its own.
 *
 * @param found each name once, in the order of its first mention; none where nobody looked for
 *     names
 */
public record NamedArticle(Article article, List<Name> found) {

  public NamedArticle {
    found = List.copyOf(found);
  }

  /** An article in which no names were found. */
  public static NamedArticle without(Article article) {
    return new NamedArticle(article, List.of());
  }

  /** The id of the article. */
  public String id() {
    return article.id();
  }

  /** The names of one kind that were found. */
  public List<String> found(NameKind kind) {
    return found.stream().filter(name -> name.kind() == kind).map(Name::text).toList();
  }
}
