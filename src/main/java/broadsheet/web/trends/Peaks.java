package broadsheet.web.trends;

import broadsheet.engine.EngineBusyException;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Contrast;
import broadsheet.engine.result.DistinctiveWords;
import broadsheet.web.trends.TrendsView.PeriodView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the highest points of lines and the words that set them apart. Not thread-safe. */
record Peaks(TrendCount count, TrendParameters parameters, SearchEngine engine) {

  /** A peak is compared with this many periods before it, and as many after. */
  static final int NEIGHBOURS = 3;

  /** With fewer articles in a period, nothing is concluded. */
  static final int SMALLEST_BASE = DistinctiveWords.SMALLEST_BASE;

  /** The peak of one line; null if it has no hits in a period with enough articles. */
  @Nullable PeakView of(int line, List<PeriodView> periods) {
    int highest = -1;
    double height = 0;
    for (int i = 0; i < periods.size(); i++) {
      boolean hasBase = periods.get(i).articles() >= SMALLEST_BASE;
      double here = hasBase ? height(periods.get(i), line) : 0;
      if (here > height) {
        highest = i;
        height = here;
      }
    }
    return highest < 0 ? null : peak(line, highest, periods.get(highest));
  }

  private double height(PeriodView period, int line) {
    Number height =
        switch (parameters.measure()) {
          case COUNT -> period.counts().get(line);
          case SHARE -> period.shares().get(line);
        };
    return height == null ? 0 : height.doubleValue();
  }

  private PeakView peak(int line, int index, PeriodView period) {
    Long hits = period.counts().get(line);
    long count = hits == null ? 0 : hits;
    Optional<DistinctiveWords> words = words(line, index);
    return new PeakView(
        period.start(),
        period.end(),
        count,
        period.articles(),
        (double) count / period.articles(),
        words.filter(DistinctiveWords::isTelling).map(DistinctiveWords::words).orElse(List.of()),
        words
            .map(found -> new PeakView.Read(found.within(), found.around(), found.isComplete()))
            .orElse(null));
  }

  private Optional<DistinctiveWords> words(int line, int index) {
    Periods periods = count.periods().orElseThrow();
    try {
      return Optional.of(
          engine.distinctiveWords(
              count.queries().get(line).root(),
              parameters.filters(),
              new Contrast.Days(periods.days(index), periods.around(index, NEIGHBOURS))));
    } catch (EngineBusyException e) {
      return Optional.empty();
    }
  }
}
