package broadsheet.web.address;

import broadsheet.engine.request.CursorException;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.PageCursor;
import broadsheet.engine.request.SearchRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads parameters one by one and collects what is wrong, so that all of it is told at once. */
public final class ParameterReader {
  private static final int LENGTH_OF_DAY = "2023-06-18".length();
  private static final int MOST_DIGITS = 9;
  private static final int MOST_TOLD = 10;

  private final QueryString given;
  private final List<String> complaints = new ArrayList<>();

  public ParameterReader(QueryString given) {
    this.given = given;
  }

  /** The one value of a parameter, or its default. */
  public String single(Parameter parameter) {
    List<String> values = given.filled(parameter.label());
    if (values.size() > 1) {
      complaints.add("%s was given %s times.".formatted(parameter.label(), values.size()));
    }
    return values.isEmpty() ? parameter.standard() : values.getFirst();
  }

  /** A whole number from 1. */
  public int number(Parameter parameter, int most) {
    String value = single(parameter).strip();
    if (isNumber(value)) {
      int number = Integer.parseInt(value);
      if (number >= 1 && number <= most) {
        return number;
      }
    }
    complain(parameter, value);
    return Integer.parseInt(parameter.standard());
  }

  /** The page, which must lie within the depth that its number alone leads to. */
  public int page(int size, boolean isBehindCursor) {
    int page = number(Parameter.PAGE, Integer.MAX_VALUE);
    int last = SearchRequest.MAX_DEPTH / size;
    if (page > last && !isBehindCursor) {
      complaints.add(
          "page takes at most %s at size %s without after: to go on behind hit %s, give after the next of the page before."
              .formatted(last, size, SearchRequest.MAX_DEPTH));
      return 1;
    }
    return page;
  }

  /** Behind which hit the page begins; empty where its number says. */
  public Optional<PageCursor> after() {
    String text = single(Parameter.AFTER).strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(PageCursor.parse(text));
    } catch (CursorException e) {
      complain(Parameter.AFTER, text);
      return Optional.empty();
    }
  }

  /**
   * The page of the ledger.
   *
   * @throws Refusal when it is no number from 1 to that
   */
  public int ledgerPage(int most) {
    int page = number(Parameter.PAGE, most);
    refuseComplaints();
    return page;
  }

  /** One of the words the parameter takes. */
  public String choice(Parameter parameter) {
    String value = single(parameter).strip();
    if (List.of(parameter.takes().split(", | or ", -1)).contains(value)) {
      return value;
    }
    complain(parameter, value);
    return parameter.standard();
  }

  /** One of the words that a parameter of some pages takes, or the first of them. */
  public String choice(String name, Stream<String> words) {
    List<String> taken = words.toList();
    List<String> values = given.filled(name);
    if (values.size() > 1) {
      complaints.add("%s was given %s times.".formatted(name, values.size()));
    }
    String value = values.isEmpty() ? taken.getFirst() : values.getFirst().strip();
    if (taken.contains(value)) {
      return value;
    }
    int last = taken.size() - 1;
    String takes = String.join(", ", taken.subList(0, last)) + " or " + taken.get(last);
    complain(name, takes, value);
    return taken.getFirst();
  }

  /** The values of a parameter that may be given more than once. */
  public List<String> several(Parameter parameter, int most) {
    List<String> values = given.filled(parameter.label());
    if (values.size() > most) {
      complaints.add(
          "%s takes %s and may be given %s times at most, not %s times."
              .formatted(parameter.label(), parameter.takes(), most, values.size()));
    }
    return values;
  }

  public Filters filters() {
    Optional<LocalDate> from = day(Parameter.FROM);
    Optional<LocalDate> to = day(Parameter.TO);
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      complaints.add(
          "from takes a day not after to: %s is after %s.".formatted(from.get(), to.get()));
    }
    Map<FacetField, List<String>> values = new EnumMap<>(FacetField.class);
    for (FacetField facet : FacetField.values()) {
      List<String> wanted = given.filled(facet.label()).stream().distinct().toList();
      values.put(facet, facet == FacetField.YEAR ? years(wanted) : wanted);
    }
    return new Filters(from, to, values);
  }

  private List<String> years(List<String> values) {
    for (String value : values) {
      if (!Filters.isYear(value)) {
        complaints.add(
            "year takes four digits such as 1987, not “%s”.".formatted(shortened(value)));
      }
    }
    return values.stream().filter(Filters::isYear).toList();
  }

  /**
   * Ends the reading.
   *
   * @throws Refusal when anything was wrong
   */
  public void refuseComplaints() {
    if (!complaints.isEmpty()) {
      throw new Refusal(Problem.badRequest(told()));
    }
  }

  private String told() {
    String first = complaints.stream().limit(MOST_TOLD).collect(Collectors.joining(" "));
    int others = complaints.size() - MOST_TOLD;
    return others > 0 ? first + " And " + others + " more." : first;
  }

  private Optional<LocalDate> day(Parameter parameter) {
    String value = single(parameter).strip();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (value.length() == LENGTH_OF_DAY) {
        return Optional.of(LocalDate.parse(value));
      }
    } catch (DateTimeException e) {
      // falls through to the complaint, which says more than the exception does
    }
    complain(parameter, value);
    return Optional.empty();
  }

  private static boolean isNumber(String value) {
    return !value.isEmpty()
        && value.length() <= MOST_DIGITS
        && value.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private void complain(Parameter parameter, String value) {
    complain(parameter.label(), parameter.takes(), value);
  }

  private void complain(String name, String takes, String value) {
    complaints.add("%s takes %s, not “%s”.".formatted(name, takes, shortened(value)));
  }

  public static String shortened(String value) {
    int most = 60;
    return value.length() <= most ? value : value.substring(0, most) + "…";
  }
}
