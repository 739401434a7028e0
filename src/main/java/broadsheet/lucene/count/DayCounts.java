package broadsheet.lucene.count;

import java.util.Arrays;

/**
 * A histogram of articles by calendar day, of any range. Adjacent days share an array page, so that
 * counting an article is little more than one addition. Not thread-safe.
 */
final class DayCounts {

  /** 1,024 days per page, about three years. */
  private static final int PAGE_BITS = 10;

  private static final int PAGE = 1 << PAGE_BITS;

  private static final int[] NONE = {};

  /** The pages of adjacent days; those that no article is on are empty. */
  private int[][] pages = {};

  /** The number of the first page. */
  private int first;

  /**
   * Counts one article.
   *
   * @param day the day as days since 1970-01-01
   */
  void add(int day) {
    add(day, 1);
  }

  /** Counts several articles of a day. */
  void add(int day, int articles) {
    int page = (day >> PAGE_BITS) - first;
    if (page < 0 || page >= pages.length || pages[page].length == 0) {
      page = opened(day >> PAGE_BITS);
    }
    pages[page][day & (PAGE - 1)] += articles;
  }

  /** Makes room for a page, and returns its place. */
  private int opened(int number) {
    if (pages.length == 0) {
      first = number;
    }
    int from = Math.min(first, number);
    int end = Math.max(first + pages.length, number + 1);
    if (end - from > pages.length) {
      int[][] more = new int[end - from][];
      Arrays.fill(more, NONE);
      System.arraycopy(pages, 0, more, first - from, pages.length);
      pages = more;
      first = from;
    }
    pages[number - first] = new int[PAGE];
    return number - first;
  }

  /** The number of articles. */
  long all() {
    long[] sum = new long[1];
    forEach((_, count) -> sum[0] += count);
    return sum[0];
  }

  /** The first and the last day that have articles; the first after the last if no day has. */
  int[] span() {
    int[] span = {Integer.MAX_VALUE, Integer.MIN_VALUE};
    forEach(
        (day, _) -> {
          span[0] = Math.min(span[0], day);
          span[1] = Math.max(span[1], day);
        });
    return span;
  }

  /** Receives a day, as days since 1970-01-01, and the number of its articles. */
  interface Visitor {
    void visit(int day, int count);
  }

  /** Visits the days that have articles, in order. */
  void forEach(Visitor visitor) {
    for (int page = 0; page < pages.length; page++) {
      int[] counts = pages[page];
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] > 0) {
          visitor.visit(((first + page) << PAGE_BITS) + i, counts[i]);
        }
      }
    }
  }
}
