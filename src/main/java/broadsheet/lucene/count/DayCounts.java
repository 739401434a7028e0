package broadsheet.lucene.count;

import java.time.LocalDate;
import java.util.TreeMap;

/**
 * How many articles are of each calendar day, whatever days those are. Days that lie near each
 * other are counted side by side, so that counting an article is little more than one addition. Not
 * shared between threads.
 */
final class DayCounts {

  /** About three years. */
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

  /** What to do with a day and its articles. */
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
