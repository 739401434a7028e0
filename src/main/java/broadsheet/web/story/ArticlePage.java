package broadsheet.web.story;

import broadsheet.article.Article;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.SimilarArticles;
import broadsheet.web.address.SearchParameters;
import broadsheet.web.page.ArticleAddress;
import broadsheet.web.page.DateLabel;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.WritingDirection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The page of one article.
 *
 * @param frame what stands around it
 * @param view what its JSON twin tells as well
 * @param text its parts with their marks
 * @param direction which way it is written, as {@link WritingDirection} has it
 * @param date when it was published
 * @param reprints the other articles of its family, oldest first
 * @param similar articles about the same
 * @param isSimilarKnown whether all articles were looked at for these
 * @param link the address it was published at, where a browser may be sent to it
 * @param citation the reference to it
 * @param why where it is said why it was found; null where nothing was asked
 * @param back the results it was found in, or null when it was come to otherwise
 */
public record ArticlePage(
    PageFrame frame,
    ArticleView view,
    NumberedArticle text,
    String direction,
    DateLabel date,
    List<ArticleLink> reprints,
    List<ArticleLink> similar,
    boolean isSimilarKnown,
    @Nullable WebLink link,
    Citation citation,
    @Nullable String why,
    @Nullable String back) {

  /** A link out of the archive, and the name of the site it leads to. */
  public record WebLink(String href, String host) {}

  static ArticlePage of(
      PageFrame frame,
      ArticleView view,
      MarkedArticle marked,
      SimilarArticles similar,
      SearchParameters parameters) {
    Article article = marked.article();
    return new ArticlePage(
        frame,
        view,
        NumberedArticle.of(marked),
        WritingDirection.of(article.language()),
        DateLabel.of(article.publishedAt()),
        marked.reprints().stream()
            .map(reprint -> ArticleLink.of(reprint, article, parameters))
            .toList(),
        similar.articles().stream().map(one -> ArticleLink.of(one, parameters)).toList(),
        similar.isComplete(),
        webLink(article.url()),
        Citation.of(article),
        ArticleAddress.why(article.id(), parameters),
        parameters.equals(SearchParameters.none())
            ? null
            : parameters.toQueryString().after("/search"));
  }

  /**
   * The language for {@code lang}; empty where it is unknown, lest it be taken for ours, and where
   * it is only assumed.
   */
  public String language() {
    String language = view.language();
    return language == null || ArticleView.ASSUMED.equals(view.languageBasis()) ? "" : language;
  }

  /** The address as a link when it leads to the web, and to nothing else a browser would run. */
  static @Nullable WebLink webLink(String url) {
    try {
      URI address = new URI(url);
      String scheme = address.getScheme() == null ? "" : address.getScheme();
      boolean isWeb = List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT));
      return isWeb && address.getHost() != null ? new WebLink(url, address.getHost()) : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
