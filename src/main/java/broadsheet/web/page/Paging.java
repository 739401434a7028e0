package broadsheet.web.page;

import broadsheet.address.SearchParameters;
import broadsheet.engine.request.PageCursor;
import broadsheet.engine.request.SearchRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Links to the pages of a result.
 *
 * @param previous the previous page; null on the first
 * @param next the next page; null on the last
 * @param pages the nearby pages, and the first
 * @param lastPage the last page that can be reached
 * @param isCutShort whether there are more hits than paging can reach
 */
public record Paging(
    @Nullable String previous,
    @Nullable String next,
    List<PageLink> pages,
    int lastPage,
    boolean isCutShort) {

  /** Number of pages linked on either side of the current one. */
  private static final int REACH = 3;

  /**
   * A link to a page.
   *
   * @param isAfterGap whether pages are left out before it
   */
  public record PageLink(int number, String href, boolean isCurrent, boolean isAfterGap) {}

  /**
   * Links to the pages of a search. They are numbered up to the depth that numbers can reach;
   * beyond that, each page links to the next.
   *
   * @param total the number of hits on all pages together
   * @param next the start of the next page; empty if there is none
   */
  public static Paging of(SearchParameters parameters, long total, Optional<PageCursor> next) {
    IntFunction<String> href = page -> address(parameters.withPage(page));
    Paging numbered = of(parameters.page(), parameters.size(), total, href);
    boolean isBehind = parameters.after().isPresent();
    if (!isBehind && numbered.next != null) {
      return numbered;
    }
    int page = parameters.page();
    String onwards =
        next.map(cursor -> address(parameters.withPage(page + 1, cursor))).orElse(null);
    List<PageLink> pages =
        isBehind
            ? List.of(
                new PageLink(1, href.apply(1), false, false),
                new PageLink(page, address(parameters), true, true))
            : numbered.pages;
    int last = Math.toIntExact((total + parameters.size() - 1) / parameters.size());
    return new Paging(isBehind ? null : numbered.previous, onwards, pages, last, false);
  }

  private static String address(SearchParameters parameters) {
    return parameters.toQueryString().after("/search");
  }

  /** Links to the pages of any list. */
  public static Paging of(int page, int size, long total, IntFunction<String> href) {
    long reachable = Math.min(total, SearchRequest.MAX_DEPTH / size * (long) size);
    int lastPage = Math.toIntExact((reachable + size - 1) / size);
    return new Paging(
        page > 1 && page <= lastPage ? href.apply(page - 1) : null,
        page < lastPage ? href.apply(page + 1) : null,
        links(page, lastPage, href),
        lastPage,
        reachable < total);
  }

  /** Whether there is more than one page. */
  public boolean isNeeded() {
    return lastPage > 1;
  }

  private static List<PageLink> links(int current, int lastPage, IntFunction<String> href) {
    int page = Math.min(current, lastPage);
    int start = Math.max(1, Math.min(page - REACH, lastPage - 2 * REACH));
    int end = Math.min(lastPage, Math.max(page + REACH, 1 + 2 * REACH));
    IntStream numbers = IntStream.rangeClosed(start, end);
    return (start > 1 ? IntStream.concat(IntStream.of(1), numbers) : numbers)
        .mapToObj(
            number ->
                new PageLink(
                    number, href.apply(number), number == current, start > 2 && number == start))
        .toList();
  }
}
