package broadsheet.query;

import broadsheet.query.QueryNode.DateRange;
import broadsheet.query.QueryNode.Together;
import broadsheet.query.QueryNode.Word;
import broadsheet.query.span.Days;
import broadsheet.query.span.QueryMonths;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads a date in a query's words, in digits or a month named beside a year: {@code cocoa March
 * 1987} as {@code cocoa date:1987-03}. This is an alternative reading; the search still uses the
 * original query. Stateless.
 */
public final class DateInWords {
  private static final Pattern DAY =
      Pattern.compile("(0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th|er|[.ºª])?");

  private DateInWords() {}

  /**
   * A date as it was typed.
   *
   * @param first the index of its first word
   * @param end the index after its last word
   * @param days the days it may mean, the likeliest first
   */
  private record Found(int first, int end, List<Days> days) {

    static Found of(int first, int end, YearMonth month, Optional<LocalDate> day) {
      List<Days> days = new ArrayList<>();
      day.ifPresent(d -> days.add(new Days(d, d)));
      days.add(Days.of(month));
      return new Found(first, end, days);
    }
  }

  /**
   * The query with the date it names in words replaced by a range of dates: first by the day, where
   * a day was typed, then by the month; by two days where day and month may be exchanged. Only the
   * first date in a query is read.
   *
   * @return empty when the query names no date
   */
  public static List<QueryNode> of(QueryNode root) {
    List<QueryNode> units =
        root instanceof Together(List<QueryNode> children) ? children : List.of(root);
    return IntStream.range(0, units.size())
        .mapToObj(i -> at(units, i))
        .flatMap(Optional::stream)
        .findFirst()
        .map(found -> readings(units, found))
        .orElse(List.of());
  }

  private static List<QueryNode> readings(List<QueryNode> units, Found found) {
    return found.days().stream().map(days -> with(units, found, days)).toList();
  }

  private static QueryNode with(List<QueryNode> units, Found found, Days days) {
    List<QueryNode> dated = new ArrayList<>(units.subList(0, found.first()));
    dated.add(new DateRange(Optional.of(days.first()), Optional.of(days.last())));
    dated.addAll(units.subList(found.end(), units.size()));
    return LoneYear.read(NormalForm.together(dated).orElseThrow());
  }

  /** The date whose month is at that index. */
  private static Optional<Found> at(List<QueryNode> units, int i) {
    List<Days> inDigits = text(units, i).map(NumericDate::of).orElse(List.of());
    if (!inDigits.isEmpty()) {
      return Optional.of(new Found(i, i + 1, inDigits));
    }
    Optional<Month> month = text(units, i).flatMap(QueryMonths::named);
    return month.flatMap(m -> yearAfter(units, i, m).or(() -> yearBefore(units, i, m)));
  }

  /** {@code March 1987}, {@code 4 March 1987}, {@code March 4 1987}, {@code 4 de marzo de 1987}. */
  private static Optional<Found> yearAfter(List<QueryNode> units, int i, Month month) {
    int next = skippingOf(units, i + 1, 1);
    Optional<Integer> dayAfter = day(units, next);
    int yearAt = dayAfter.isPresent() ? skippingOf(units, next + 1, 1) : next;
    Optional<Integer> year = year(units, yearAt);
    if (year.isEmpty()) {
      return Optional.empty();
    }
    int before = skippingOf(units, i - 1, -1);
    Optional<Integer> dayBefore = dayAfter.isPresent() ? Optional.empty() : day(units, before);
    Optional<LocalDate> day = dayAfter.or(() -> dayBefore).flatMap(d -> date(year.get(), month, d));
    int first = dayBefore.isPresent() && day.isPresent() ? before : i;
    return Optional.of(Found.of(first, yearAt + 1, YearMonth.of(year.get(), month), day));
  }

  /** {@code 1987 March}, {@code 1987 March 4}. */
  private static Optional<Found> yearBefore(List<QueryNode> units, int i, Month month) {
    Optional<Integer> year = year(units, i - 1);
    if (year.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> day = day(units, i + 1).flatMap(d -> date(year.get(), month, d));
    int end = day.isPresent() ? i + 2 : i + 1;
    return Optional.of(Found.of(i - 1, end, YearMonth.of(year.get(), month), day));
  }

  /**
   * Spanish and Portuguese put {@code de} between the parts of a date; English may put {@code of}.
   */
  private static int skippingOf(List<QueryNode> units, int i, int step) {
    boolean isOf =
        text(units, i)
            .filter(w -> w.equalsIgnoreCase("de") || w.equalsIgnoreCase("of"))
            .isPresent();
    return isOf ? i + step : i;
  }

  private static Optional<LocalDate> date(int year, Month month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> year(List<QueryNode> units, int i) {
    return text(units, i).filter(LoneYear::isYear).map(Integer::valueOf);
  }

  private static Optional<Integer> day(List<QueryNode> units, int i) {
    return text(units, i)
        .map(DAY::matcher)
        .filter(m -> m.matches())
        .map(m -> Integer.valueOf(m.group(1)));
  }

  private static Optional<String> text(List<QueryNode> units, int i) {
    return i < 0 || i >= units.size()
        ? Optional.empty()
        : LoneYear.plainWord(units.get(i)).map(Word::text);
  }
}
