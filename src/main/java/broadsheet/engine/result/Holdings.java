package broadsheet.engine.result;

import java.time.YearMonth;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The number of articles of each month. Immutable.
 *
 * @param articles all of them, dated or not
 * @param months articles whose month is known, by month, in order; a month without any is absent
 * @param years articles whose year is known but not their month, by year
 * @param undated articles of unknown date
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

  /** The articles of a month. */
  public long in(YearMonth month) {
    return months.getOrDefault(month, 0L);
  }

  /** The number of articles of these years, both included, with a known month or without. */
  public long in(int firstYear, int lastYear) {
    return sum(months.subMap(YearMonth.of(firstYear, 1), true, YearMonth.of(lastYear, 12), true))
        + sum(years.subMap(firstYear, true, lastYear, true));
  }

  private static long sum(NavigableMap<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
