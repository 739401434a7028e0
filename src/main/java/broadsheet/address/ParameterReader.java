package broadsheet.address;

import broadsheet.engine.request.CursorException;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.PageCursor;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.VersionScope;
import broadsheet.operation.Parameter;
import broadsheet.operation.Parameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads parameters one by one and collects every error, so that one answer reports all. */
public final class ParameterReader {
  private static final int LENGTH_OF_DAY = "2023-06-18".length();
  private static final int MOST_DIGITS = 9;
  private static final int MOST_TOLD = 10;

  private final QueryString given;
  private final Function<Parameter, String> naming;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  public ParameterReader(QueryString given) {
    this(given, Parameter::label);
  }

  /**
   * @param given named as in an address
   * @param naming the name of a parameter in complaints
   */
  public ParameterReader(QueryString given, Function<Parameter, String> naming) {
    this.given = given;
    this.naming = naming;
  }

  /** A reader of these parameters alone, with complaints of its own. */
  public ParameterReader only(List<Parameter> parameters) {
    return new ParameterReader(given.only(parameters), naming);
  }

  /** The only value of a parameter, or its default. */
  public String text(Parameter parameter) {
    List<String> values = given.filled(parameter.label());
    if (values.size() > 1) {
      isWrong(
          parameter,
          "%s is given %s times, but takes one value."
              .formatted(naming.apply(parameter), values.size()));
    }
    return values.isEmpty() ? parameter.standard() : values.getFirst();
  }

  /** A whole number within the bounds of the parameter. */
  public int number(Parameter parameter) {
    String value = text(parameter).strip();
    if (isNumber(value)) {
      int number = Integer.parseInt(value);
      if (number >= parameter.least() && number <= parameter.most()) {
        return number;
      }
    }
    complain(parameter, value);
    return Integer.parseInt(parameter.standard());
  }

  /** One of the words that the parameter takes. */
  public String choice(Parameter parameter) {
    String value = text(parameter).strip();
    if (parameter.choices().contains(value)) {
      return value;
    }
    complain(parameter, value);
    return parameter.standard();
  }

  /** The value of an enum that one of the words names. */
  public <E extends Enum<E>> E choice(Parameter parameter, Class<E> type) {
    return Parameter.named(choice(parameter), type);
  }

  /** The values of a repeatable parameter. */
  public List<String> several(Parameter parameter) {
    List<String> values = given.filled(parameter.label());
    if (parameter.times() > 0 && values.size() > parameter.times()) {
      isWrong(
          parameter,
          "%s takes %s and may be given at most %s times, not %s."
              .formatted(
                  naming.apply(parameter), parameter.takes(), parameter.times(), values.size()));
    }
    return values;
  }

  /** The values of the parameters that take one; days are read as {@link #filters}. */
  public ParameterValues values(List<Parameter> parameters) {
    Map<String, String> values = new HashMap<>();
    for (Parameter parameter : parameters) {
      if (parameter.times() == 1) {
        values.put(
            parameter.label(),
            switch (parameter.kind()) {
              case NUMBER -> Integer.toString(number(parameter));
              case CHOICE, SWITCH -> choice(parameter);
              case TEXT, CURSOR, DAY, YEAR, FILE -> text(parameter);
            });
      }
    }
    return new ParameterValues(values);
  }

  /** Whether the value that is given, if any, is one that a parameter takes. */
  public boolean isTakenBy(Parameter parameter) {
    ParameterReader alone = only(List.of(parameter));
    alone.values(List.of(parameter));
    return alone.complaints.isEmpty();
  }

  /** The page number, which is bounded by the depth that numbers can reach. */
  public int page(int size, boolean isBehindCursor) {
    int page = number(Parameters.PAGE);
    int last = SearchRequest.MAX_DEPTH / size;
    if (page > last && !isBehindCursor) {
      isWrong(
          Parameters.PAGE,
          "%s takes at most %s at %s %s. To go past hit %s, set %s to the “next” value of the page before."
              .formatted(
                  naming.apply(Parameters.PAGE),
                  last,
                  naming.apply(Parameters.SIZE),
                  size,
                  SearchRequest.MAX_DEPTH,
                  naming.apply(Parameters.AFTER)));
      return 1;
    }
    return page;
  }

  /** The hit after which the page begins; empty if the page number decides. */
  public Optional<PageCursor> after() {
    String text = text(Parameters.AFTER).strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(PageCursor.parse(text));
    } catch (CursorException e) {
      complain(Parameters.AFTER, text);
      return Optional.empty();
    }
  }

  public Filters filters() {
    Optional<LocalDate> from = day(Parameters.FROM);
    Optional<LocalDate> to = day(Parameters.TO);
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      wrong.add(Parameters.FROM.label());
      isWrong(
          Parameters.TO,
          "%s must not be later than %s: %s is after %s."
              .formatted(
                  naming.apply(Parameters.FROM),
                  naming.apply(Parameters.TO),
                  from.get(),
                  to.get()));
    }
    Map<FacetField, List<String>> values = new EnumMap<>(FacetField.class);
    for (FacetField facet : FacetField.values()) {
      List<String> wanted = given.filled(facet.label()).stream().distinct().toList();
      values.put(facet, facet == FacetField.YEAR ? years(wanted) : wanted);
    }
    return new Filters(from, to, values, choice(Parameters.VERSIONS, VersionScope.class));
  }

  private List<String> years(List<String> values) {
    for (String value : values) {
      if (!Filters.isYear(value)) {
        complain(Parameters.of(FacetField.YEAR), value);
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
    String value = text(parameter).strip();
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
    isWrong(
        parameter,
        "%s takes %s, not “%s”."
            .formatted(naming.apply(parameter), parameter.takes(), shortened(value)));
  }

  /** Notes a complaint about a parameter, in a sentence. */
  public void isWrong(Parameter parameter, String complaint) {
    wrong.add(parameter.label());
    complaints.add(complaint);
  }

  public static String shortened(String value) {
    int most = 60;
    return value.length() <= most ? value : value.substring(0, most) + "…";
  }
}
