package broadsheet.web.why;

import broadsheet.address.ArticleAddress;
import broadsheet.address.SearchParameters;
import broadsheet.web.page.PageFrame;

/**
 * The page that explains why an article is a result.
 *
 * @param frame the page frame
 * @param view the data, as in its JSON twin
 * @param headline the article's headline, or a substitute where it has none
 * @param article the article's page, with the same query marked
 * @param back the results
 */
public record WhyPage(PageFrame frame, WhyView view, String headline, String article, String back) {

  static WhyPage of(PageFrame frame, WhyView view, String headline, SearchParameters parameters) {
    return new WhyPage(
        frame,
        view,
        headline,
        parameters.toQueryString().after(ArticleAddress.path(view.id())),
        parameters.toQueryString().after("/search"));
  }

  /** The heading. */
  public String heading() {
    return view.isHit() ? "Why this result" : "Why this is not a result";
  }
}
