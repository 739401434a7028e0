package broadsheet.lucene.count;

import java.util.TreeMap;

/**
 * Counts articles by calendar day, of any range. Adjacent days share an array page, so that
 * counting an article is little more than one addition. Not thread-safe.
 */
final class DayCounts {

  /** 1,024 days per page, about three years. */
  private static final int PAGE_BITS = 10;

  private static final int PAGE = 1 << PAGE_BITS;

  private final TreeMap<Integer, int[]> pages = new TreeMap<>();
  private int last = Integer.MIN_VALUE;
  private int[] counts = {};

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
    int page = day >> PAGE_BITS;
    if (page != last) {
      counts = pages.computeIfAbsent(page, _ -> new int[PAGE]);
      last = page;
    }
    counts[day & (PAGE - 1)] += articles;
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
    pages.forEach(
        (page, those) -> {
          for (int i = 0; i < PAGE; i++) {
            if (those[i] > 0) {
              visitor.visit((page << PAGE_BITS) + i, those[i]);
            }
          }
        });
  }
}
