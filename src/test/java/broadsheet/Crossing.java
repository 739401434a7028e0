package broadsheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Combinations of what readers put together: an operator, the fields of its two sides, and a
 * filter.
 *
 * @param operator a pattern of a query, with {@code %1$s} and {@code %2$s} for its sides
 * @param left the left side, of a field or of none
 * @param right the right side
 * @param filter parameters of an address; empty for none
 */
public record Crossing(String operator, String left, String right, String filter) {

  public static final List<String> OPERATORS =
      List.of(
          "%1$s",
          "%1$s %2$s",
          "%1$s AND %2$s",
          "%1$s OR %2$s",
          "%1$s -%2$s",
          "%1$s w/5 %2$s",
          "%1$s pre/9 %2$s",
          "%1$s w/s %2$s",
          "%1$s w/p %2$s",
          "%1$s NOT w/5 %2$s",
          "ATLEAST/2 %1$s",
          "ATLEAST/2 (%1$s OR %2$s)",
          "(%1$s OR ferry) w/9 (%2$s OR day)",
          "%1$s^3 OR (%2$s harbour)",
          "%1$s OR %2$s furniture:show");

  /** Units of each field, as typed; the words of several are in one archive. */
  public static final List<String> UNITS =
      List.of(
          "ferry",
          "harbours",
          "=strike",
          "\"ferry to vienna\"",
          "\"the * of\"",
          "\"strike harbour\"~3",
          "harb*",
          "f?rry",
          "ferrry~",
          "Fähre",
          "العبارة",
          "паром",
          "the",
          "title:ferry",
          "standfirst:harbour",
          "lead:mayor",
          "body:(strike OR ice)",
          "caption:quay",
          "dateline:ellery",
          "related:ferry",
          "furniture:lighthouse",
          "correction:depth",
          "said:bridge",
          "source:\"Gazette 7\"",
          "source:gazette",
          "section:harbour",
          "edition:late",
          "correction_of:*",
          "author:reed",
          "topic:trade",
          "topic:tr*",
          "place:vienna",
          "person:\"Ruth Amsel\"",
          "person:(amsel OR reed)",
          "person:amse~",
          "organisation:ember",
          "speaker:*",
          "language:de",
          "url:gazette",
          "id:story-7",
          "page:*",
          "date:2016",
          "date:2015-03..2017-05",
          "date:unknown",
          "after:2018-01-01",
          "words:>20",
          "quality:>50",
          "list:any");

  public static final List<String> FILTERS =
      List.of(
          "",
          "&language=en",
          "&source=Gazette+7&source=Gazette+8",
          "&from=2016-01-01&to=2018-12-31",
          "&person=Ruth+Amsel",
          "&topic=trade&year=2017",
          "&versions=all",
          "&section=Nowhere");

  /** The query as typed. */
  public String query() {
    return operator.formatted(left, right);
  }

  /** Whether it would change the other parts of a query that it is put into. */
  public boolean isOfWholeQuery() {
    return operator.contains("furniture:show");
  }

  public static Crossing random(Random random) {
    return new Crossing(
        of(OPERATORS, random), of(UNITS, random), of(UNITS, random), of(FILTERS, random));
  }

  public static <T> T of(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  /**
   * Combinations in which each operator, unit and filter meets each of the other lists: chosen
   * greedily, the one of some random ones with most pairs that have not met.
   */
  public static List<Crossing> pairs(Random random) {
    Set<List<String>> open = new HashSet<>();
    for (String operator : OPERATORS) {
      for (String unit : UNITS) {
        open.add(List.of("left", operator, unit));
        open.add(List.of("right", operator, unit));
        FILTERS.forEach(filter -> open.add(List.of("filter", unit, filter)));
      }
      FILTERS.forEach(filter -> open.add(List.of("operator", operator, filter)));
    }
    List<Crossing> chosen = new ArrayList<>();
    while (!open.isEmpty()) {
      List<String> first = open.iterator().next();
      List<Crossing> some = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        some.add(with(first, random(random)));
      }
      Crossing best =
          some.stream()
              .max(Comparator.comparingLong(c -> c.met().stream().filter(open::contains).count()))
              .orElseThrow();
      best.met().forEach(open::remove);
      chosen.add(best);
    }
    return chosen;
  }

  private Set<List<String>> met() {
    return Set.of(
        List.of("left", operator, left),
        List.of("right", operator, right),
        List.of("filter", left, filter),
        List.of("operator", operator, filter));
  }

  private static Crossing with(List<String> pair, Crossing other) {
    return switch (pair.getFirst()) {
      case "left" -> new Crossing(pair.get(1), pair.get(2), other.right, other.filter);
      case "right" -> new Crossing(pair.get(1), other.left, pair.get(2), other.filter);
      case "filter" -> new Crossing(other.operator, pair.get(1), other.right, pair.get(2));
      default -> new Crossing(pair.get(1), other.left, other.right, pair.get(2));
    };
  }

  /** Simpler combinations, to show which part a failure needs. */
  public List<Crossing> simpler() {
    return Stream.of(
            new Crossing("%1$s", left, "ferry", filter),
            new Crossing("%1$s", operator.contains("%2$s") ? right : left, "ferry", filter),
            new Crossing(operator, left, right, ""),
            new Crossing(operator, "ferry", right, filter),
            new Crossing(operator, left, "ferry", filter))
        .filter(simpler -> !simpler.equals(this))
        .toList();
  }
}
