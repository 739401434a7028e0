package broadsheet.web.page;

import broadsheet.engine.SearchRequest;
import broadsheet.web.address.SearchParameters;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The way through the pages of a result.
 *
 * @param previous the page before, or null on the first
 * @param next the page after, or null on the last
 * @param pages the pages near this one, and the first
 * @param lastPage the last page there is to go to
 * @param isCutShort whether there are more hits than can be paged to
 */
public record Paging(
    @Nullable String previous,
    @Nullable String next,
    List<PageLink> pages,
    int lastPage,
    boolean isCutShort) {

  /** How many pages are linked to on either side of the present one. */
  private static final int REACH = 3;

  /**
   * One page: its number, its address, whether it is the present one, whether some are left out.
   */
  public record PageLink(int number, String href, boolean isCurrent, boolean isAfterGap) {}

  public static Paging of(SearchParameters parameters, long total) {
    return of(
        parameters.page(),
        parameters.size(),
        total,
        page -> parameters.withPage(page).toQueryString().after("/search"));
  }

  /** The way through the pages of any list. */
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
