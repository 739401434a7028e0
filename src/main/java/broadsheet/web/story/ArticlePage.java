package broadsheet.web.story;

import broadsheet.article.Article;
import broadsheet.engine.FacetField;
import broadsheet.engine.MarkedArticle;
import broadsheet.engine.Reprint;
import broadsheet.web.address.SearchParameters;
import broadsheet.web.page.ArticleAddress;
import broadsheet.web.page.Keyword;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.PrintedDate;
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
 * @param date when it was published
 * @param kicker source and section, those that are known
 * @param authors who wrote it
 * @param filedUnder topics, places and people, a group each, those that are known
 * @param reprints the other articles of its family, oldest first
 * @param link the address it was published at, where a browser may be sent to it
 * @param back the results it was found in, or null when it was come to otherwise
 */
public record ArticlePage(
    PageFrame frame,
    ArticleView view,
    PrintedDate date,
    List<Keyword> kicker,
    List<Keyword> authors,
    List<KeywordGroup> filedUnder,
    List<ReprintLink> reprints,
    @Nullable WebLink link,
    @Nullable String back) {

  /** The keywords of one facet under their name. */
  public record KeywordGroup(String name, List<Keyword> keywords) {}

  /** A reprint of the article, or an earlier or later version of it. */
  public record ReprintLink(String title, String source, PrintedDate date, String href) {
    static ReprintLink of(Reprint reprint, SearchParameters parameters) {
      return new ReprintLink(
          reprint.title().isEmpty() ? "Without a headline" : reprint.title(),
          reprint.source(),
          PrintedDate.of(reprint.publishedAt()),
          parameters.toQueryString().after(ArticleAddress.path(reprint.id())));
    }
  }

  /** A link out of the archive, and the name of the site it leads to. */
  public record WebLink(String href, String host) {}

  static ArticlePage of(
      PageFrame frame, ArticleView view, MarkedArticle marked, SearchParameters parameters) {
    Article article = marked.article();
    return new ArticlePage(
        frame,
        view,
        PrintedDate.of(article.publishedAt()),
        List.of(FacetField.SOURCE, FacetField.SECTION).stream()
            .flatMap(facet -> keywords(marked, facet).stream())
            .toList(),
        keywords(marked, FacetField.AUTHOR),
        List.of(
                new KeywordGroup("Topics", keywords(marked, FacetField.TOPIC)),
                new KeywordGroup("Places", keywords(marked, FacetField.PLACE)),
                new KeywordGroup("People", keywords(marked, FacetField.PERSON)))
            .stream()
            .filter(group -> !group.keywords().isEmpty())
            .toList(),
        marked.reprints().stream().map(reprint -> ReprintLink.of(reprint, parameters)).toList(),
        webLink(article.url()),
        parameters.equals(SearchParameters.none())
            ? null
            : parameters.toQueryString().after("/search"));
  }

  private static List<Keyword> keywords(MarkedArticle marked, FacetField facet) {
    return Keyword.of(facet, marked.values().getOrDefault(facet, List.of()));
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
