package broadsheet.web.corpus;

import broadsheet.address.SearchParameters;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Coverage;
import broadsheet.engine.result.Holdings;
import broadsheet.web.page.FormattedCount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Articles by source and time, as a table: a row per source, and a column per month, year, decade
 * or longer period.
 *
 * @param trail links to the whole time and to the neighbouring periods
 * @param shown the period shown; empty for the whole time
 * @param groups years over the columns if these are months; otherwise empty
 * @param columns the column headings, each linking to the table of its period
 * @param rows a row for all sources if there are several, then one for each
 * @param steps the shades, for the legend
 */
public record Calendar(
    List<Link> trail,
    String shown,
    List<Group> groups,
    List<Link> columns,
    List<Row> rows,
    List<Step> steps) {

  /** A text and its link; null for none. */
  public record Link(String text, @Nullable String href) {}

  /** A year that spans this many month columns. */
  public record Group(String text, int width) {}

  /**
   * One source.
   *
   * @param name its name, and the search for its articles if there is one
   * @param articles the number of all its articles
   * @param undated the number of articles without a date
   * @param cells one per column
   */
  public record Row(Link name, String articles, Cell undated, List<Cell> cells) {}

  /**
   * The number of articles of a source in one period.
   *
   * @param count empty if there are none
   * @param step the shade: a class in the stylesheet
   * @param href the search for them; null if no search finds exactly these
   */
  public record Cell(String count, String step, @Nullable String href) {}

  /** A shade, and the range of numbers that it represents. */
  public record Step(String name, String numbers) {}

  private static final List<Step> STEPS =
      List.of(
          new Step("n1", "1–9"),
          new Step("n2", "10–99"),
          new Step("n3", "100–999"),
          new Step("n4", "1,000–9,999"),
          new Step("n5", "10,000 or more"));

  /** The subject of a row: one source, all sources, or several that no single search covers. */
  private record Subject(String name, Optional<Filters> filters, Holdings holdings) {
    static Subject source(Coverage.OfSource of) {
      Filters only =
          new Filters(
              Optional.empty(), Optional.empty(), Map.of(FacetField.SOURCE, List.of(of.source())));
      return new Subject(of.source(), Optional.of(only), of.holdings());
    }

    static Subject several(String name, Holdings holdings) {
      return new Subject(name, Optional.empty(), holdings);
    }

    static Subject all(Holdings holdings) {
      return new Subject("All sources", Optional.of(Filters.none()), holdings);
    }
  }

  /** The table of a period, or of the whole time if none is given. */
  static Calendar of(Coverage coverage, Optional<Period> period) {
    Columns whole = Columns.whole(coverage.all());
    Columns columns = period.map(p -> Columns.of(p, coverage.all())).orElse(whole);
    List<Row> rows = subjects(coverage).stream().map(subject -> row(subject, columns)).toList();
    return new Calendar(
        period.map(p -> trail(p, whole.years(), coverage.all())).orElse(List.of()),
        period.map(Period::printed).orElse(""),
        groups(columns),
        columns.all().stream().map(Calendar::heading).toList(),
        rows,
        STEPS.stream().filter(step -> isUsed(step, rows)).toList());
  }

  /** Whether any article has no date. */
  public boolean hasUndated() {
    return rows.stream().anyMatch(row -> !row.undated().count().isEmpty());
  }

  private static boolean isUsed(Step step, List<Row> rows) {
    return rows.stream()
        .flatMap(row -> row.cells().stream())
        .anyMatch(cell -> cell.step().equals(step.name()));
  }

  private static List<Link> trail(Period period, int largest, Holdings all) {
    List<Link> trail = new ArrayList<>();
    trail.add(new Link("All years", CorpusPage.PATH + "#calendar"));
    period.parents(largest).forEach(parent -> trail.add(link(parent)));
    Stream.of(period.before(), period.after())
        .filter(other -> other.isWithin(all))
        .forEach(other -> trail.add(link(other)));
    return trail;
  }

  private static Link heading(Column column) {
    return column instanceof Column.Years(Period period)
        ? link(period)
        : new Link(column.label(), null);
  }

  private static Link link(Period period) {
    return new Link(
        period.printed(), CorpusPage.PATH + "?period=" + period.written() + "#calendar");
  }

  private static List<Group> groups(Columns columns) {
    Map<Integer, Integer> widths = new LinkedHashMap<>();
    for (Column column : columns.all()) {
      switch (column) {
        case Column.Month(var month) -> widths.merge(month.getYear(), 1, Integer::sum);
        case Column.OfNoMonth(int year) -> widths.merge(year, 1, Integer::sum);
        case Column.Years _, Column.Gap _ -> {}
      }
    }
    return widths.entrySet().stream()
        .map(year -> new Group(Period.ofYear(year.getKey()).printed(), year.getValue()))
        .toList();
  }

  private static List<Subject> subjects(Coverage coverage) {
    List<Subject> subjects = new ArrayList<>();
    coverage.sources().forEach(source -> subjects.add(Subject.source(source)));
    Stream.of(
            Subject.several("Other sources", coverage.others()),
            Subject.several("No source stated", coverage.unstated()))
        .filter(subject -> subject.holdings().articles() > 0)
        .forEach(subjects::add);
    if (subjects.size() != 1) {
      subjects.addFirst(Subject.all(coverage.all()));
    }
    return subjects;
  }

  private static Row row(Subject subject, Columns columns) {
    Optional<SearchParameters> search = subject.filters().map(Calendar::search);
    Holdings holdings = subject.holdings();
    return new Row(
        new Link(subject.name(), search.map(Calendar::address).orElse(null)),
        FormattedCount.of(holdings.articles()),
        cell(holdings.undated(), search.map(s -> s.withText("date:unknown"))),
        columns.all().stream()
            .map(column -> cell(column.count(holdings), search(subject, column)))
            .toList());
  }

  private static Optional<SearchParameters> search(Subject subject, Column column) {
    return subject
        .filters()
        .flatMap(
            whose ->
                column
                    .filters()
                    .map(when -> search(new Filters(when.from(), when.to(), whose.values()))));
  }

  private static SearchParameters search(Filters filters) {
    return SearchParameters.none().withFilters(filters);
  }

  private static Cell cell(long count, Optional<SearchParameters> search) {
    return count == 0
        ? new Cell("", "none", null)
        : new Cell(
            FormattedCount.of(count), step(count), search.map(Calendar::address).orElse(null));
  }

  private static String step(long count) {
    int digits = Long.toString(count).length();
    return STEPS.get(Math.min(digits, STEPS.size()) - 1).name();
  }

  private static String address(SearchParameters search) {
    return search.toQueryString().after("/search");
  }
}
