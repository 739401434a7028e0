package broadsheet.query;

import java.time.LocalDate;
import java.time.YearMonth;

/** Calendar days, both ends included. */
record Days(LocalDate first, LocalDate last) {

  static Days of(YearMonth month) {
    return new Days(month.atDay(1), month.atEndOfMonth());
  }
}
