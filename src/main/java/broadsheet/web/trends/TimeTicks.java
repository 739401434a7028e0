package broadsheet.web.trends;

import broadsheet.engine.result.Timeline.Unit;
import broadsheet.web.page.Chart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Labels a time axis with as many ticks as fit, in round steps. Months start at January, years at a
 * round year.
 */
final class TimeTicks {
  private static final int MOST = 8;
  private static final int MONTHS = 12;
  private static final int[] STEPS_OF_MONTHS = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600};
  private static final int[] STEPS_OF_YEARS = {1, 2, 5, 10, 20, 50, 100};

  private TimeTicks() {}

  /** The ticks of these periods; every other one is spare. */
  static List<Chart.Tick> of(Periods periods) {
    int step = step(periods);
    boolean isYears = periods.unit() == Unit.MONTH && step % MONTHS == 0;
    List<Chart.Tick> ticks = new ArrayList<>();
    int yearTold = Integer.MIN_VALUE;
    for (int at = 0; at < periods.starts().size(); at++) {
      if (number(periods, at) % step == 0) {
        LocalDate start = periods.starts().get(at);
        boolean isSpare = ticks.size() % 2 == 1;
        boolean isYearTold = !isYears && start.getYear() != yearTold;
        ticks.add(tick(periods, at, isYears ? Unit.YEAR : periods.unit(), isYearTold, isSpare));
        yearTold = isSpare ? yearTold : start.getYear();
      }
    }
    return ticks;
  }

  private static Chart.Tick tick(
      Periods periods, int at, Unit named, boolean isYearTold, boolean isSpare) {
    LocalDate start = periods.starts().get(at);
    String year = named != Unit.YEAR && isYearTold ? Integer.toString(start.getYear()) : "";
    String place = place(at, periods.starts().size());
    return new Chart.Tick(place, PeriodText.brief(named, start), year, isSpare);
  }

  /** The middle of a period, in percent of the width. */
  static String place(int at, int of) {
    return String.format(Locale.ROOT, "%.2f%%", (at + 0.5) * 100 / of);
  }

  private static int step(Periods periods) {
    int size = periods.starts().size();
    return switch (periods.unit()) {
      case DAY, WEEK -> Math.ceilDiv(size, MOST);
      case MONTH -> step(STEPS_OF_MONTHS, size);
      case YEAR -> step(STEPS_OF_YEARS, size);
    };
  }

  private static int step(int[] round, int size) {
    int i = 0;
    while (i < round.length - 1 && Math.ceilDiv(size, round[i]) > MOST) {
      i++;
    }
    return round[i];
  }

  /** The number that round steps are counted by. */
  private static int number(Periods periods, int index) {
    LocalDate start = periods.starts().get(index);
    return switch (periods.unit()) {
      case DAY, WEEK -> index;
      case MONTH -> start.getYear() * MONTHS + start.getMonthValue() - 1;
      case YEAR -> start.getYear();
    };
  }
}
