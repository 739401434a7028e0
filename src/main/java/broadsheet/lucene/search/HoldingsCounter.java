package broadsheet.lucene.search;

import broadsheet.engine.Holdings;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts articles by the month they are of. When an article was published is told as one number:
 * the months since the year 0 where its month is known, the complement of its year where only that
 * is, {@link #UNDATED} where neither is. Not shared between threads.
 */
final class HoldingsCounter {

  static final int UNDATED = Integer.MIN_VALUE;

  private static final int MONTHS = 12;
  private static final int LAST_YEAR = 9999;

  private final Map<Integer, long[]> counts = new HashMap<>();
  private int lastWhen = UNDATED;
  private long[] lastCount = counts.computeIfAbsent(UNDATED, _ -> new long[1]);

  /**
   * When an article was published. A year that ISO 8601 does not write with four digits is none.
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
    return first.getMonth() == last.getMonth() ? year * MONTHS + first.getMonthValue() - 1 : ~year;
  }

  void add(int when) {
    if (when != lastWhen) {
      lastWhen = when;
      lastCount = counts.computeIfAbsent(when, _ -> new long[1]);
    }
    lastCount[0]++;
  }

  Holdings holdings() {
    TreeMap<YearMonth, Long> months = new TreeMap<>();
    TreeMap<Integer, Long> years = new TreeMap<>();
    long articles = 0;
    long undated = 0;
    for (Map.Entry<Integer, long[]> counted : counts.entrySet()) {
      int when = counted.getKey();
      long count = counted.getValue()[0];
      articles += count;
      if (when == UNDATED) {
        undated = count;
      } else if (when < 0) {
        years.put(~when, count);
      } else {
        months.put(YearMonth.of(when / MONTHS, when % MONTHS + 1), count);
      }
    }
    return new Holdings(articles, months, years, undated);
  }
}
