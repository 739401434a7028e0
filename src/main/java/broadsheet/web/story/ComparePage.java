package broadsheet.web.story;

import broadsheet.address.ArticleAddress;
import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.article.Article;
import broadsheet.compare.VersionComparison.Row;
import broadsheet.compare.VersionComparison.Stretch;
import broadsheet.web.link.PartAddress;
import broadsheet.web.page.DateLabel;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.WritingDirection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
 * @param places the number of rows shown that differ
 * @param parts the part of the rows that is shown
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
    ArticleParts parts,
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
      SearchParameters parameters,
      WantedPart wanted) {
    List<List<Row>> parts = wanted.isWhole() ? List.of(view.rows()) : ComparedParts.of(view.rows());
    int shown = shown(parts, wanted);
    List<PlacedRow> rows = new ArrayList<>();
    int places = add(rows, view.title(), true, 0);
    places = add(rows, parts.get(shown), false, places);
    boolean isInOrder = TimeOrder.of(first, second) == TimeOrder.EARLIER_FIRST;
    return new ComparePage(
        frame,
        view,
        Side.of(isInOrder ? "Earlier" : "First version", first, parameters),
        Side.of(isInOrder ? "Later" : "Second version", second, parameters),
        DifferenceText.of(view.difference(), first.language()),
        rows,
        places,
        parts(shown, parts.size(), CompareHandler.path(first.id(), second.id()), parameters),
        !first.furniture().isNone() || !second.furniture().isNone(),
        isInOrder
            ? ""
            : parameters.toQueryString().after(CompareHandler.path(second.id(), first.id())));
  }

  /** The index of the part that is asked for, or of the first that differs. */
  private static int shown(List<List<Row>> parts, WantedPart wanted) {
    return wanted.number() > 0
        ? Math.min(wanted.number(), parts.size()) - 1
        : IntStream.range(0, parts.size())
            .filter(i -> parts.get(i).stream().anyMatch(Row::differs))
            .findFirst()
            .orElse(0);
  }

  private static ArticleParts parts(int shown, int of, String path, SearchParameters parameters) {
    QueryString search = parameters.toQueryString();
    return new ArticleParts(
        List.of(),
        shown,
        shown + 1,
        of == 1 ? "" : "part " + (shown + 1) + " of " + of,
        shown == 0 ? null : PartAddress.of(search, path, Integer.toString(shown)),
        shown == of - 1 ? null : PartAddress.of(search, path, Integer.toString(shown + 2)),
        PartAddress.of(search, path, PartAddress.ALL),
        ArticleParts.Matches.NONE);
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
