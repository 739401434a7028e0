package broadsheet.web.names;

import broadsheet.address.ArticleAddress;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.SearchResults;
import broadsheet.names.Name;
import broadsheet.web.link.NameAddress;
import broadsheet.web.page.DateLabel;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.PrintedCount;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of quotes of a name.
 *
 * @param frame the page frame
 * @param view the data, as in its JSON twin
 * @param count the number of articles in words
 * @param home the page of the name
 * @param entries the articles of this page
 * @param newer the address of the page before; null on the first
 * @param older the address of the next page; null on the last
 */
public record QuotesPage(
    PageFrame frame,
    QuotesView view,
    String count,
    String home,
    List<Entry> entries,
    @Nullable String newer,
    @Nullable String older) {

  /** An article with its quotes, each as one text. */
  public record Entry(String title, String href, DateLabel date, List<String> quotes) {}

  static QuotesPage of(PageFrame frame, Name name, QuotesView view, SearchResults results) {
    String address = QuotesHandler.address(name);
    long last = Math.ceilDiv(view.total(), QuotesHandler.SIZE);
    return new QuotesPage(
        frame,
        view,
        PrintedCount.of(view.total(), "article"),
        NameAddress.page(name),
        entries(view, results.hits()),
        view.page() > 1 ? address + "?page=" + (view.page() - 1) : null,
        view.page() < last ? address + "?page=" + (view.page() + 1) : null);
  }

  private static List<Entry> entries(QuotesView view, List<Hit> hits) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      QuotesView.Quoting quoting = view.articles().get(i);
      entries.add(
          new Entry(
              quoting.title(),
              ArticleAddress.path(quoting.id()),
              DateLabel.of(hits.get(i).publishedAt()),
              quoting.quotes().stream().map(pieces -> String.join(" … ", pieces)).toList()));
    }
    return entries;
  }
}
