package broadsheet.address;

import broadsheet.engine.request.CursorException;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.PageCursor;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.VersionScope;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads parameters one by one and collects every error, so that one answer reports all. */
public final class ParameterReader {
  private static final int LENGTH_OF_DAY = "2023-06-18".length();
  private static final int MOST_DIGITS = 9;
  private static final int MOST_TOLD = 10;

  private final QueryString given;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  public ParameterReader(QueryString given) {
    this.given = given;
  }

  /** The only value of a parameter, or its default. */
  public String single(Parameter parameter) {
    List<String> values = given.filled(parameter.label());
    if (values.size() > 1) {
      isWrong(
          parameter.label(),
          "%s is given %s times, but takes one value.".formatted(parameter.label(), values.size()));
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

  /** The page number, which is bounded by the depth that numbers can reach. */
  public int page(int size, boolean isBehindCursor) {
    int page = number(Parameter.PAGE, Integer.MAX_VALUE);
    int last = SearchRequest.MAX_DEPTH / size;
    if (page > last && !isBehindCursor) {
      isWrong(
          Parameter.PAGE.label(),
          "page takes at most %s at size %s. To go past hit %s, set after to the “next” value of the page before."
              .formatted(last, size, SearchRequest.MAX_DEPTH));
      return 1;
    }
    return page;
  }

  /** The hit after which the page begins; empty if the page number decides. */
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
   * @throws Refusal if it is not a whole number from 1 to {@code most}
   */
  public int ledgerPage(int most) {
    int page = number(Parameter.PAGE, most);
    refuseComplaints();
    return page;
  }

  /** One of the words that the parameter takes. */
  public String choice(Parameter parameter) {
    String value = single(parameter).strip();
    if (parameter.choices().contains(value)) {
      return value;
    }
    complain(parameter, value);
    return parameter.standard();
  }

  /** One of the words that a page-specific parameter takes; defaults to the first. */
  public String choice(String name, Stream<String> words) {
    List<String> taken = words.toList();
    String typed = text(name).strip();
    String value = typed.isEmpty() ? taken.getFirst() : typed;
    if (taken.contains(value)) {
      return value;
    }
    complain(name, Parameter.alternatives(taken), value);
    return taken.getFirst();
  }

  /** A whole number that a page-specific parameter takes. */
  public int number(String name, int standard, int least, int most) {
    String typed = text(name).strip();
    String value = typed.isEmpty() ? Integer.toString(standard) : typed;
    if (isNumber(value)) {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    }
    complain(name, "a whole number from %s to %s".formatted(least, most), value);
    return standard;
  }

  /** The only value of a page-specific parameter; empty if there is none. */
  public String text(String name) {
    List<String> values = given.filled(name);
    if (values.size() > 1) {
      isWrong(name, "%s is given %s times, but takes one value.".formatted(name, values.size()));
    }
    return values.isEmpty() ? "" : values.getFirst();
  }

  /** The values of a repeatable parameter. */
  public List<String> several(Parameter parameter, int most) {
    List<String> values = given.filled(parameter.label());
    if (values.size() > most) {
      isWrong(
          parameter.label(),
          "%s takes %s and may be given at most %s times, not %s."
              .formatted(parameter.label(), parameter.takes(), most, values.size()));
    }
    return values;
  }

  public Filters filters() {
    Optional<LocalDate> from = day(Parameter.FROM);
    Optional<LocalDate> to = day(Parameter.TO);
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      wrong.add(Parameter.FROM.label());
      isWrong(
          Parameter.TO.label(),
          "from must not be later than to: %s is after %s.".formatted(from.get(), to.get()));
    }
    Map<FacetField, List<String>> values = new EnumMap<>(FacetField.class);
    for (FacetField facet : FacetField.values()) {
      List<String> wanted = given.filled(facet.label()).stream().distinct().toList();
      values.put(facet, facet == FacetField.YEAR ? years(wanted) : wanted);
    }
    return new Filters(
        from,
        to,
        values,
        VersionScope.valueOf(choice(Parameter.VERSIONS).toUpperCase(Locale.ROOT)));
  }

  private List<String> years(List<String> values) {
    for (String value : values) {
      if (!Filters.isYear(value)) {
        isWrong(
            FacetField.YEAR.label(),
            "year takes four digits such as 1987, not “%s”.".formatted(shortened(value)));
      }
    }
    return values.stream().filter(Filters::isYear).toList();
  }

  /**
   * Ends the reading.
   *
   * @throws Refusal if anything was wrong
   */
  public void refuseComplaints() {
    if (!complaints.isEmpty()) {
      throw new Refusal(Problem.badRequest(message()), wrong);
    }
  }

  private String message() {
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
      // falls through to the complaint, which is clearer than the exception
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
    isWrong(name, "%s takes %s, not “%s”.".formatted(name, takes, shortened(value)));
  }

  /** Notes a complaint about a parameter, in a sentence. */
  public void isWrong(String name, String complaint) {
    wrong.add(name);
    complaints.add(complaint);
  }

  public static String shortened(String value) {
    int most = 60;
    return value.length() <= most ? value : value.substring(0, most) + "…";
  }
}
