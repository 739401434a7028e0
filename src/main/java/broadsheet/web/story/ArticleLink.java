package broadsheet.web.story;

import broadsheet.address.ArticleAddress;
import broadsheet.address.SearchParameters;
import broadsheet.article.Article;
import broadsheet.engine.result.ArticleVersion;
import broadsheet.engine.result.Reprint;
import broadsheet.engine.result.SimilarArticles.Similar;
import broadsheet.web.page.DateLabel;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A link to another article.
 *
 * @param language BCP 47; empty if unknown
 * @param source the outlet; empty if unknown
 * @param about its relation to the article on the page; may be empty
 * @param compare the page that compares both; null if the comparison is of no use
 */
public record ArticleLink(
    String title,
    String language,
    String source,
    DateLabel date,
    String about,
    String href,
    @Nullable String compare) {

  /** A reprint of the article, or an earlier or later version of it. */
  static ArticleLink of(Reprint reprint, Article article, SearchParameters parameters) {
    return new ArticleLink(
        reprint.title(),
        article.language(),
        reprint.source(),
        DateLabel.of(reprint.publishedAt()),
        DifferenceText.of(article, reprint),
        href(reprint.id(), parameters),
        parameters.toQueryString().after(CompareHandler.path(article.id(), reprint.id())));
  }

  /** A version of the article; the article itself has nothing to compare. */
  static ArticleLink of(ArticleVersion version, Article article, SearchParameters parameters) {
    boolean isThis = version.id().equals(article.id());
    return new ArticleLink(
        version.title(),
        article.language(),
        "",
        DateLabel.of(version.publishedAt()),
        Stream.of(
                version.version().version().isEmpty()
                    ? ""
                    : "version " + version.version().version(),
                version.isLatest() ? "the latest" : "",
                isThis ? "this one" : "")
            .filter(about -> !about.isEmpty())
            .collect(Collectors.joining(", ")),
        href(version.id(), parameters),
        isThis
            ? null
            : parameters.toQueryString().after(CompareHandler.path(article.id(), version.id())));
  }

  /** A similar article. */
  static ArticleLink of(Similar similar, SearchParameters parameters) {
    return new ArticleLink(
        similar.title(),
        similar.language(),
        similar.source(),
        DateLabel.of(similar.publishedAt()),
        String.join(", ", similar.words()),
        href(similar.id(), parameters),
        null);
  }

  private static String href(String id, SearchParameters parameters) {
    return parameters.toQueryString().after(ArticleAddress.path(id));
  }
}
