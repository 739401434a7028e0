package broadsheet.web.corpus;

import broadsheet.engine.result.Holdings;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A year, decade, century or millennium. Written as in ISO 8601-2, with an X for each open digit:
 * {@code 1987}, {@code 198X}, {@code 19XX}.
 *
 * @param first the first year, 0 to 9999; may lie outside for a neighbouring period
 * @param years the number of years: 1, 10, 100 or 1000
 */
record Period(int first, int years) {

  /** The accepted values, as part of a sentence. */
  static final String TAKES = "a year such as 1987, a decade (198X) or a century (19XX)";

  private static final Pattern WRITTEN = Pattern.compile("(?=.{4}$)[0-9]+X*");
  private static final int LARGEST = 1000;

  /** Parses a period; empty if the text is not one. */
  static Optional<Period> parse(String text) {
    if (!WRITTEN.matcher(text).matches()) {
      return Optional.empty();
    }
    int open = (int) text.chars().filter(c -> c == 'X').count();
    return Optional.of(
        new Period(Integer.parseInt(text.replace('X', '0')), (int) Math.pow(10, open)));
  }

  static Period ofYear(int year) {
    return new Period(year, 1);
  }

  /** The period of this length, in years, that contains a year. */
  static Period around(int year, int years) {
    return new Period(year / years * years, years);
  }

  int last() {
    return first + years - 1;
  }

  /** The period of the same length before. */
  Period before() {
    return new Period(first - years, years);
  }

  /** The period of the same length after. */
  Period after() {
    return new Period(first + years, years);
  }

  /** Whether it overlaps the years that have articles. */
  boolean isWithin(Holdings holdings) {
    Optional<YearMonth> start = Columns.first(holdings);
    return start.isPresent()
        && last() >= start.get().getYear()
        && first <= Columns.last(holdings).getYear();
  }

  /** The text that {@link #parse} reads. */
  String written() {
    int open = Integer.toString(years).length() - 1;
    return year(first).substring(0, 4 - open) + "X".repeat(open);
  }

  /** The printed form: {@code 1987}, {@code 1980s}, {@code 1900–1999}. */
  String printed() {
    return switch (years) {
      case 1 -> year(first);
      case 10 -> year(first) + "s";
      default -> year(first) + "–" + year(last());
    };
  }

  /** Its ten parts; none for a year, whose parts are months. */
  List<Period> parts() {
    int size = years / 10;
    return size == 0
        ? List.of()
        : IntStream.range(0, 10).mapToObj(i -> new Period(first + i * size, size)).toList();
  }

  /** The longer periods that contain it, up to this many years, longest first. */
  List<Period> parents(int largest) {
    List<Period> parents = new ArrayList<>();
    for (int size = Math.min(largest, LARGEST); size > years; size /= 10) {
      parents.add(around(first, size));
    }
    return parents;
  }

  private static String year(int year) {
    return String.format(Locale.ROOT, "%04d", year);
  }
}
