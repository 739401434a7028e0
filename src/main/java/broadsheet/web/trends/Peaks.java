package broadsheet.web.trends;

import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Contrast;
import broadsheet.engine.result.DistinctiveWords;
import broadsheet.web.page.WordsView;
import broadsheet.web.trends.TrendsView.PeriodView;
import java.util.List;
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
    WordsView words = words(line, index);
    return new PeakView(
        period.start(),
        period.end(),
        count,
        period.articles(),
        (double) count / period.articles(),
        words.words(),
        words.read());
  }

  private WordsView words(int line, int index) {
    Periods periods = count.periods().orElseThrow();
    return WordsView.of(
        count.queries().get(line).root(),
        parameters.filters(),
        new Contrast.Days(periods.days(index), periods.around(index, NEIGHBOURS)),
        engine);
  }
}
