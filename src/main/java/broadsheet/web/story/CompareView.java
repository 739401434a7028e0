package broadsheet.web.story;

import broadsheet.address.WebAddress;
import broadsheet.article.Article;
import broadsheet.compare.Difference;
import broadsheet.compare.VersionComparison;
import broadsheet.compare.VersionComparison.Row;
import broadsheet.compare.Versions;
import broadsheet.web.page.HitView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two articles side by side. Component names are the JSON keys of {@code
 * /article/{id}/compare/{other}.json}; the page shows the same.
 *
 * @param first the earlier article if versions or dates show it, otherwise the first in the address
 * @param second the later, or the second in the address
 * @param difference the difference of the second's standfirst and body from the first's
 * @param title the headlines; empty if neither has one, otherwise one row
 * @param rows standfirst and body, without the furniture
 */
public record CompareView(
    Version first, Version second, Difference difference, List<Row> title, List<Row> rows) {

  /** One of the two versions. Anything it does not state is null or an empty list. */
  public record Version(
      String id,
      @Nullable String title,
      List<String> author,
      @Nullable String source,
      @Nullable String section,
      @Nullable String publishedAt,
      @Nullable String language,
      @Nullable String url) {
    static Version of(Article article) {
      return new Version(
          article.id(),
          HitView.filledOrNull(article.title()),
          article.authors(),
          HitView.filledOrNull(article.source()),
          HitView.filledOrNull(article.section()),
          HitView.filledOrNull(article.publishedAt().iso()),
          HitView.filledOrNull(article.language()),
          HitView.filledOrNull(WebAddress.of(article.url())));
    }
  }

  static CompareView of(Article first, Article second) {
    VersionComparison text = Versions.compare(first, second);
    return new CompareView(
        Version.of(first),
        Version.of(second),
        text.difference(),
        Versions.compare(titles(first), titles(second)).rows(),
        text.rows());
  }

  private static List<String> titles(Article article) {
    return article.title().isEmpty() ? List.of() : List.of(article.title());
  }
}
