package broadsheet.web.corpus;

import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Holdings;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A period shown as a column of the calendar. */
sealed interface Column {

  /** The heading. */
  String label();

  /** The number of these articles that belong to it. */
  long count(Holdings holdings);

  /** The filters that restrict a search to it; empty if none do. */
  Optional<Filters> filters();

  /** One month. */
  record Month(YearMonth month) implements Column {
    @Override
    public String label() {
      return month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    @Override
    public long count(Holdings holdings) {
      return holdings.in(month);
    }

    @Override
    public Optional<Filters> filters() {
      return Optional.of(between(month.atDay(1), month.atEndOfMonth()));
    }
  }

  /** Articles known to be from a year, but not from which month. */
  record OfNoMonth(int year) implements Column {
    @Override
    public String label() {
      return "month unknown";
    }

    @Override
    public long count(Holdings holdings) {
      return holdings.years().getOrDefault(year, 0L);
    }

    @Override
    public Optional<Filters> filters() {
      return Optional.empty();
    }
  }

  /** One or more years. */
  record Years(Period period) implements Column {
    @Override
    public String label() {
      return period.printed();
    }

    @Override
    public long count(Holdings holdings) {
      return holdings.in(period.first(), period.last());
    }

    @Override
    public Optional<Filters> filters() {
      return Optional.of(
          between(LocalDate.of(period.first(), 1, 1), LocalDate.of(period.last(), 12, 31)));
    }
  }

  /** Consecutive periods in which there is nothing. */
  record Gap(Period first, Period last) implements Column {
    @Override
    public String label() {
      return first.first() + "–" + last.last();
    }

    @Override
    public long count(Holdings holdings) {
      return 0;
    }

    @Override
    public Optional<Filters> filters() {
      return Optional.empty();
    }
  }

  private static Filters between(LocalDate from, LocalDate to) {
    return new Filters(Optional.of(from), Optional.of(to), Map.of());
  }
}
