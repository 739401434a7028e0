package broadsheet.web.story;

import broadsheet.address.ArticleAddress;
import broadsheet.address.SearchParameters;
import broadsheet.article.Article;
import broadsheet.compare.VersionComparison.Row;
import broadsheet.compare.VersionComparison.Stretch;
import broadsheet.web.page.DateLabel;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.WritingDirection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two versions of an article side by side, the earlier first if versions or dates show it.
 *
 * @param frame the page frame
 * @param view the data, as in its JSON twin
 * @param first the version on the left
 * @param second the version on the right
 * @param summary the differences, in words
 * @param rows headline, standfirst and body
 * @param places the number of rows that differ
 * @param isShortened whether text is left out because its source repeats it
 * @param swapped the page with the versions swapped; empty if it is known which is earlier
 */
public record ComparePage(
    PageFrame frame,
    CompareView view,
    Side first,
    Side second,
    String summary,
    List<PlacedRow> rows,
    int places,
    boolean isShortened,
    String swapped) {

  /** One of the two versions: its source, and its page. */
  public record Side(
      String name, String source, DateLabel date, String href, String language, String direction) {
    static Side of(String name, Article article, SearchParameters parameters) {
      return new Side(
          name,
          Stream.of(article.source(), article.section())
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining(", ")),
          DateLabel.of(article.publishedAt()),
          parameters.toQueryString().after(ArticleAddress.path(article.id())),
          article.ownLanguage(),
          WritingDirection.of(article.language()));
    }
  }

  /**
   * Matching passages of both versions.
   *
   * @param isTitle whether they are headlines
   * @param place their number among the rows that differ, from 1; 0 if they are the same
   */
  public record PlacedRow(List<Stretch> first, List<Stretch> second, boolean isTitle, int place) {}

  static ComparePage of(
      PageFrame frame,
      CompareView view,
      Article first,
      Article second,
      SearchParameters parameters) {
    List<PlacedRow> rows = new ArrayList<>();
    int places = add(rows, view.title(), true, 0);
    places = add(rows, view.rows(), false, places);
    boolean isInOrder = TimeOrder.of(first, second) == TimeOrder.EARLIER_FIRST;
    return new ComparePage(
        frame,
        view,
        Side.of(isInOrder ? "Earlier" : "First version", first, parameters),
        Side.of(isInOrder ? "Later" : "Second version", second, parameters),
        DifferenceText.of(view.difference(), first.language()),
        rows,
        places,
        !first.furniture().isNone() || !second.furniture().isNone(),
        isInOrder
            ? ""
            : parameters.toQueryString().after(CompareHandler.path(second.id(), first.id())));
  }

  private static int add(List<PlacedRow> to, List<Row> rows, boolean isTitle, int before) {
    int place = before;
    for (Row row : rows) {
      boolean isOther = row.differs();
      place += isOther ? 1 : 0;
      to.add(new PlacedRow(row.first(), row.second(), isTitle, isOther ? place : 0));
    }
    return place;
  }
}
