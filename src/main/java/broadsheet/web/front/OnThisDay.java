package broadsheet.web.front;

import broadsheet.engine.IndexSummary;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.Timeline;
import broadsheet.query.QueryNode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds articles printed on this day in earlier years, with at most five searches. Stateless. */
record OnThisDay(SearchEngine engine) {
  private static final int MOST_YEARS = 3;

  /** No outlet prints for longer. */
  private static final int LONGEST_SPAN = 400;

  private static final int LOOKED_AT = 10;
  private static final int SHORTEST_HEADLINE = 3;

  /** An article that was published a whole number of years ago. */
  record Anniversary(int years, Hit hit) {}

  /** At most {@value #MOST_YEARS} articles, the oldest first; none if there are no such. */
  List<Anniversary> articles(LocalDate today) {
    IndexSummary summary = engine.summary();
    Optional<LocalDate> first = summary.firstDay();
    if (first.isEmpty() || first.get().getYear() >= today.getYear()) {
      return List.of();
    }
    List<QueryNode> days =
        days(Math.max(first.get().getYear(), today.getYear() - LONGEST_SPAN), today);
    if (days.isEmpty()) {
      return List.of();
    }
    QueryNode anyYear = days.size() == 1 ? days.getFirst() : new QueryNode.AnyOf(days);
    return engine
        .timeline(anyYear, Filters.none(), Optional.of(Timeline.Unit.YEAR))
        .buckets()
        .stream()
        .filter(bucket -> bucket.count() > 0)
        .map(bucket -> today.getYear() - bucket.start().getYear())
        .sorted(
            Comparator.comparingInt(OnThisDay::oddness).thenComparing(Comparator.reverseOrder()))
        .limit(MOST_YEARS)
        .sorted(Comparator.reverseOrder())
        .flatMap(years -> best(today, years).stream())
        .toList();
  }

  /** The same day of each year that has it, up to last year. */
  private static List<QueryNode> days(int first, LocalDate today) {
    List<QueryNode> days = new ArrayList<>();
    MonthDay day = MonthDay.from(today);
    IntStream.range(first, today.getYear())
        .filter(day::isValidYear)
        .mapToObj(day::atYear)
        .forEach(date -> days.add(new QueryNode.DateRange(Optional.of(date), Optional.of(date))));
    return days;
  }

  /** Ranks anniversaries by their roundness: a century comes before a decade. */
  private static int oddness(int years) {
    List<Integer> round = List.of(100, 50, 25, 10, 5);
    int place = 0;
    while (place < round.size() && years % round.get(place) != 0) {
      place++;
    }
    return place;
  }

  /** An article of the day with a headline of some words. */
  private Optional<Anniversary> best(LocalDate today, int years) {
    Optional<LocalDate> day = Optional.of(today.minusYears(years));
    SearchRequest request =
        new SearchRequest(
                new QueryNode.Everything(),
                new Filters(day, day, Map.of()),
                SortOrder.OLDEST,
                1,
                LOOKED_AT)
            .withoutCounts();
    return engine.search(request).hits().stream()
        .max(Comparator.comparing(OnThisDay::hasHeadline))
        .map(hit -> new Anniversary(years, hit));
  }

  private static boolean hasHeadline(Hit hit) {
    return hit.title().text().split(" ", -1).length >= SHORTEST_HEADLINE;
  }
}
