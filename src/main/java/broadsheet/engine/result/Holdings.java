package broadsheet.engine.result;

import java.time.YearMonth;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many articles there are of each month. Immutable.
 *
 * @param articles all of them, dated or not
 * @param months those known to be of a month, by month, in order; a month without any is absent
 * @param years those known to be of a year but not of which month of it, by year
 * @param undated those of unknown date
 */
public record Holdings(
    long articles,
    NavigableMap<YearMonth, Long> months,
    NavigableMap<Integer, Long> years,
    long undated) {

  public Holdings {
    months = Collections.unmodifiableNavigableMap(new TreeMap<>(months));
    years = Collections.unmodifiableNavigableMap(new TreeMap<>(years));
  }

  /** No articles. */
  public static Holdings none() {
    return new Holdings(0, new TreeMap<>(), new TreeMap<>(), 0);
  }

  /** Articles of a month. */
  public long in(YearMonth month) {
    return months.getOrDefault(month, 0L);
  }

  /** Articles of these years, both included, of a known month or not. */
  public long in(int firstYear, int lastYear) {
    return sum(months.subMap(YearMonth.of(firstYear, 1), true, YearMonth.of(lastYear, 12), true))
        + sum(years.subMap(firstYear, true, lastYear, true));
  }

  private static long sum(NavigableMap<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
