package broadsheet.web.corpus;

import broadsheet.engine.result.Holdings;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The columns of the calendar. They are months if these are few, otherwise years, decades or longer
 * periods, so that there are never many columns.
 *
 * @param all the columns, in order
 * @param years the number of years in each column; 0 if they are months
 */
record Columns(List<Column> all, int years) {

  private static final int MOST = 24;
  private static final int LARGEST = 1000;

  /** From the first month with articles to the last. */
  static Columns whole(Holdings holdings) {
    Optional<YearMonth> first = first(holdings);
    return first.isEmpty()
        ? new Columns(List.of(), 0)
        : between(first.get(), last(holdings), holdings);
  }

  private static Columns between(YearMonth first, YearMonth last, Holdings holdings) {
    if (ChronoUnit.MONTHS.between(first, last) < MOST) {
      return months(first, last, holdings);
    }
    int size = 1;
    while (size < LARGEST && last.getYear() / size - first.getYear() / size >= MOST) {
      size *= 10;
    }
    int years = size;
    return years(
        IntStream.rangeClosed(first.getYear() / years, last.getYear() / years)
            .mapToObj(i -> new Period(i * years, years))
            .toList(),
        holdings);
  }

  /** The parts of a period. */
  static Columns of(Period period, Holdings holdings) {
    int year = period.first();
    return period.years() > 1
        ? years(period.parts(), holdings)
        : months(YearMonth.of(year, 1), YearMonth.of(year, 12), holdings);
  }

  /** A column per period; two or more without articles in a row share one. */
  private static Columns years(List<Period> periods, Holdings holdings) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < periods.size(); i++) {
      int end = i;
      while (end < periods.size() && isEmpty(periods.get(end), holdings)) {
        end++;
      }
      if (end - i > 1) {
        columns.add(new Column.Gap(periods.get(i), periods.get(end - 1)));
        i = end - 1;
      } else {
        columns.add(new Column.Years(periods.get(i)));
      }
    }
    return new Columns(columns, periods.getFirst().years());
  }

  private static boolean isEmpty(Period period, Holdings holdings) {
    return holdings.in(period.first(), period.last()) == 0;
  }

  private static Columns months(YearMonth first, YearMonth last, Holdings holdings) {
    List<Column> columns = new ArrayList<>();
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      columns.add(new Column.Month(month));
      boolean isLastOfYear = month.getMonthValue() == 12 || month.equals(last);
      if (isLastOfYear && holdings.years().containsKey(month.getYear())) {
        columns.add(new Column.OfNoMonth(month.getYear()));
      }
    }
    return new Columns(columns, 0);
  }

  /** The first month that may have an article; empty if no article is dated. */
  static Optional<YearMonth> first(Holdings holdings) {
    return Stream.concat(
            holdings.months().keySet().stream().limit(1),
            holdings.years().keySet().stream().limit(1).map(year -> YearMonth.of(year, 1)))
        .min(YearMonth::compareTo);
  }

  /** The last such month. Call only if there is a first. */
  static YearMonth last(Holdings holdings) {
    return Stream.concat(
            holdings.months().descendingKeySet().stream().limit(1),
            holdings.years().descendingKeySet().stream()
                .limit(1)
                .map(year -> YearMonth.of(year, 12)))
        .max(YearMonth::compareTo)
        .orElseThrow();
  }
}
