package broadsheet.query.span;

import java.time.LocalDate;
import java.time.YearMonth;

/** Calendar days, both ends included. */
public record Days(LocalDate first, LocalDate last) {

  /** The days of a month. */
  public static Days of(YearMonth month) {
    return new Days(month.atDay(1), month.atEndOfMonth());
  }
}
