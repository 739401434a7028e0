package broadsheet.web.corpus;

import broadsheet.engine.result.Coverage;
import broadsheet.engine.result.Holdings;
import broadsheet.web.page.FacetValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Articles by source and month.
 *
 * @param all every article
 * @param sources the outlets, most articles first
 * @param others articles from outlets not listed
 * @param unstated articles without an outlet
 * @param languages most articles first
 * @param languageUnknown articles whose language is unknown
 */
public record CoverageView(
    HoldingsView all,
    List<SourceView> sources,
    HoldingsView others,
    HoldingsView unstated,
    List<FacetValue> languages,
    long languageUnknown) {

  /**
   * The number of articles in each month.
   *
   * @param months by month, {@code 1987-02}; months without articles are absent
   * @param years articles whose month is unknown, by year, {@code 1987}
   */
  public record HoldingsView(
      long articles, long undated, Map<String, Long> months, Map<String, Long> years) {
    static HoldingsView of(Holdings holdings) {
      return new HoldingsView(
          holdings.articles(),
          holdings.undated(),
          written(holdings.months()),
          written(holdings.years()));
    }

    private static Map<String, Long> written(Map<?, Long> counts) {
      Map<String, Long> written = new LinkedHashMap<>();
      counts.forEach((when, count) -> written.put(when.toString(), count));
      return written;
    }
  }

  /** The articles of one outlet. */
  public record SourceView(String source, HoldingsView holdings) {}

  static CoverageView of(Coverage coverage) {
    return new CoverageView(
        HoldingsView.of(coverage.all()),
        coverage.sources().stream()
            .map(of -> new SourceView(of.source(), HoldingsView.of(of.holdings())))
            .toList(),
        HoldingsView.of(coverage.others()),
        HoldingsView.of(coverage.unstated()),
        FacetValue.of(coverage.languages()),
        coverage.languageUnknown());
  }
}
