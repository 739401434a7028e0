package broadsheet.lucene.count;

import java.time.LocalDate;
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
   * @param day as days since 1970-01-01
   */
  void add(int day) {
    int page = day >> PAGE_BITS;
    if (page != last) {
      counts = pages.computeIfAbsent(page, _ -> new int[PAGE]);
      last = page;
    }
    counts[day & (PAGE - 1)]++;
  }

  /** Receives a day and the number of its articles. */
  interface Visitor {
    void visit(LocalDate day, int count);
  }

  /** Visits the days that have articles, in order. */
  void forEach(Visitor visitor) {
    pages.forEach(
        (page, those) -> {
          for (int i = 0; i < PAGE; i++) {
            if (those[i] > 0) {
              visitor.visit(LocalDate.ofEpochDay(((long) page << PAGE_BITS) + i), those[i]);
            }
          }
        });
  }
}
