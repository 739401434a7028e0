package broadsheet.web.issues;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Timeline;
import broadsheet.web.page.OpenRooms;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Asks an engine for the newspapers that were read from scans, and their issues. Stateless. */
public record Newspapers(SearchEngine engine) {
  /** The most articles of an issue that are listed. */
  static final int MOST_ARTICLES = 2_000;

  /** All newspapers, by their names. */
  List<String> names() {
    Collator order = Collator.getInstance(Locale.ENGLISH);
    return engine.values(FacetField.SOURCE, OpenRooms.SCANNED, Filters.none()).stream()
        .map(FacetCount::value)
        .sorted(((Comparator<String>) order::compare).thenComparing(name -> name))
        .toList();
  }

  private static Filters of(String newspaper) {
    return Filters.none().with(FacetField.SOURCE, List.of(newspaper));
  }

  private static Filters of(String newspaper, Optional<LocalDate> from, Optional<LocalDate> to) {
    return new Filters(from, to, Map.of(FacetField.SOURCE, List.of(newspaper)));
  }

  /** The years with issues, and their numbers of articles; articles of unknown date apart. */
  Timeline years(String newspaper) {
    return engine.timeline(OpenRooms.SCANNED, of(newspaper), Optional.of(Timeline.Unit.YEAR));
  }

  /** The days of a year with an issue; articles dated less precisely apart. */
  Timeline days(String newspaper, int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    Filters inYear =
        of(newspaper, Optional.of(first), Optional.of(first.plusYears(1).minusDays(1)));
    return engine.timeline(OpenRooms.SCANNED, inYear, Optional.of(Timeline.Unit.DAY));
  }

  /** An issue with at most {@value #MOST_ARTICLES} articles; none if there is no such issue. */
  public PrintedIssue issue(String newspaper, LocalDate day) {
    Filters onDay = on(newspaper, day);
    List<Article> articles = new ArrayList<>();
    SearchRequest all =
        new SearchRequest(OpenRooms.SCANNED, onDay, SortOrder.OLDEST, 1, 1)
            .unfolded()
            .withoutCounts();
    engine.export(
        all,
        named -> {
          if (articles.size() < MOST_ARTICLES) {
            articles.add(named.article());
          }
        });
    return new PrintedIssue(articles);
  }

  /** The filters that restrict a search to an issue. */
  public static Filters on(String newspaper, LocalDate day) {
    return of(newspaper, Optional.of(day), Optional.of(day));
  }

  /** The day of the issue before a day; empty if there is none. */
  Optional<LocalDate> before(String newspaper, LocalDate day) {
    Filters earlier = of(newspaper, Optional.empty(), Optional.of(day.minusDays(1)));
    return only(earlier, SortOrder.NEWEST);
  }

  /** The day of the issue after a day; empty if there is none. */
  Optional<LocalDate> after(String newspaper, LocalDate day) {
    Filters later = of(newspaper, Optional.of(day.plusDays(1)), Optional.empty());
    return only(later, SortOrder.OLDEST);
  }

  private Optional<LocalDate> only(Filters filters, SortOrder order) {
    SearchRequest one = new SearchRequest(OpenRooms.SCANNED, filters, order, 1, 1).withoutCounts();
    return engine.search(one).hits().stream()
        .map(hit -> hit.publishedAt())
        .filter(date -> date.precision().compareTo(PublicationDate.Precision.DAY) >= 0)
        .flatMap(date -> date.first().stream())
        .findFirst();
  }
}
