package broadsheet.web.trends;

import broadsheet.address.SearchParameters;
import broadsheet.engine.request.DateSpan;
import broadsheet.engine.request.Filters;
import broadsheet.query.ParsedQuery;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.NarrowerQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The searches that points and words link to: the same query, filters and days. */
record PointLinks(List<ParsedQuery> queries, Filters filters) {

  /** The height of a point: {@code 202 of 1,532 articles, 13.2%}. */
  static String value(long count, long articles) {
    String of =
        "%s of %s".formatted(FormattedCount.of(count), FormattedCount.of(articles, "article"));
    return articles == 0 ? of : of + ", " + FormattedCount.percent((double) count / articles);
  }

  /** The search for all articles of a line. */
  String all(int line) {
    return search(queries.get(line).text(), filters);
  }

  /** The search for those from some days. */
  String to(int line, DateSpan days) {
    return search(queries.get(line).text(), within(days));
  }

  /** The search for those from some days that also contain a word. */
  String with(String word, int line, DateSpan days) {
    return search(NarrowerQuery.of(queries.get(line).root(), word), within(days));
  }

  /** The filters, limited to the days of a point. */
  private Filters within(DateSpan days) {
    LocalDate first = filters.from().map(f -> Periods.later(f, days.first())).orElse(days.first());
    LocalDate last = filters.to().map(t -> Periods.earlier(t, days.last())).orElse(days.last());
    return filters.between(Optional.of(first), Optional.of(last));
  }

  private static String search(String text, Filters filters) {
    return SearchParameters.none()
        .withText(text)
        .withFilters(filters)
        .toQueryString()
        .after("/search");
  }
}
