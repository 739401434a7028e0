package broadsheet.lucene.snapshot;

import broadsheet.engine.result.Holdings;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts articles by month. The time of publication is one number: the year shifted by {@value
 * #SHIFT} bits plus the month, which is 0 where only the year is known; or {@link #UNDATED} where
 * neither is. Not thread-safe.
 */
final class HoldingsCounter {

  static final int UNDATED = -1;

  private static final int SHIFT = 4;
  private static final int MONTHS = 12;
  private static final int LAST_YEAR = 9999;

  /**
   * For each year with articles: the number with an unknown month, then the number for each month.
   */
  private final long[] @Nullable [] years = new long[LAST_YEAR + 1][];

  private long undated;

  /**
   * The time of publication. A year that ISO 8601 does not write with four digits counts as
   * unknown.
   *
   * @param firstDay the first day it may be of, as days since 1970-01-01
   * @param lastDay the last such day
   */
  static int when(int firstDay, int lastDay) {
    LocalDate first = LocalDate.ofEpochDay(firstDay);
    LocalDate last = firstDay == lastDay ? first : LocalDate.ofEpochDay(lastDay);
    int year = first.getYear();
    if (year != last.getYear() || year < 0 || year > LAST_YEAR) {
      return UNDATED;
    }
    int month = first.getMonthValue() == last.getMonthValue() ? first.getMonthValue() : 0;
    return year << SHIFT | month;
  }

  void add(int when) {
    if (when == UNDATED) {
      undated++;
      return;
    }
    long[] year = years[when >> SHIFT];
    if (year == null) {
      year = new long[MONTHS + 1];
      years[when >> SHIFT] = year;
    }
    year[when & (1 << SHIFT) - 1]++;
  }

  Holdings holdings() {
    TreeMap<YearMonth, Long> byMonth = new TreeMap<>();
    TreeMap<Integer, Long> byYear = new TreeMap<>();
    long articles = undated;
    for (int year = 0; year <= LAST_YEAR; year++) {
      long[] counts = years[year];
      for (int month = 0; counts != null && month <= MONTHS; month++) {
        articles += counts[month];
        if (counts[month] > 0 && month == 0) {
          byYear.put(year, counts[month]);
        } else if (counts[month] > 0) {
          byMonth.put(YearMonth.of(year, month), counts[month]);
        }
      }
    }
    return new Holdings(articles, byMonth, byYear, undated);
  }
}
