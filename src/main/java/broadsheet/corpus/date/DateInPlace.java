package broadsheet.corpus.date;

import broadsheet.article.PublicationDate;
import broadsheet.article.PublicationDate.Origin;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the date in an address or a path, where sites and archives put it. Several dates count as
 * none, and so does a day that is not yet over. Immutable.
 *
 * @param dates decides which days are over
 */
public record DateInPlace(DateReader dates) {
  private static final String YEAR = "(?<year>1[6-9]\\d\\d|20\\d\\d)";

  /** In a file name, a number that begins like this can only be a date. */
  private static final String OLD_YEAR = "(?<year>1[6-9]\\d\\d)";

  private static final String MONTH = "(?<month>0?[1-9]|1[0-2])";
  private static final String NAMED =
      "(?<month>0?[1-9]|1[0-2]|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})";
  private static final String MM = "(?<month>0[1-9]|1[0-2])";
  private static final String DAY = "(?<day>0?[1-9]|[12]\\d|3[01])";
  private static final String DD = "(?<day>0[1-9]|[12]\\d|3[01])";

  /** Archives write {@code 00} for an unknown day or month. */
  private static final String MM0 = "(?<month>0\\d|1[0-2])";

  private static final String DD0 = "(?<day>0\\d|[12]\\d|3[01])";
  private static final String SEGMENT_END = "(?=/|$|\\.\\w{1,5}$)";

  /**
   * A day between slashes must be a whole segment: {@code /2012/12/24-things} gives only a month.
   */
  private static final List<Pattern> IN_URL =
      patterns(
          "/" + YEAR + "[/-]" + NAMED + "/" + DAY + SEGMENT_END,
          "/" + YEAR + "/" + MM + "-" + DD + SEGMENT_END,
          "/" + YEAR + "-" + MONTH + "-" + DAY + "(?=[-_/.]|$)",
          "/" + YEAR + MM + DD + "/",
          "/" + YEAR + MM + "/" + DD + "/",
          "[-_]" + YEAR + "-" + MM + "-" + DD + SEGMENT_END,
          "/" + YEAR + "[/-]" + NAMED + "/",
          "/" + YEAR + MM + "/");

  private static final List<Pattern> IN_PATH =
      patterns(
          "(?<!\\d)" + YEAR + "(?<mark>[-_.])" + MM0 + "\\k<mark>" + DD0 + "(?!\\d)",
          "(?:^|/)" + YEAR + MM0 + DD0 + "(?=[-_ T/]|$|\\.[A-Za-z]\\w{0,6})",
          "[-_]" + OLD_YEAR + MM0 + DD0 + "(?=[-_/]|$|\\.[A-Za-z]\\w{0,6})",
          "(?:^|/)" + OLD_YEAR + MM + DD + "\\d\\d(?=/|$|\\.[A-Za-z]\\w{0,6})",
          "(?:^|/)" + YEAR + "/" + MM + "/" + DD + "/",
          "(?:^|/)" + YEAR + "[-_/]?" + MM + "/");

  private static final Pattern HOST = Pattern.compile("^(?:[A-Za-z][\\w+.-]*:)?//[^/]*");
  private static final Pattern QUERY = Pattern.compile("[?#].*$", Pattern.DOTALL);

  private static final String NO_DAY = "no such day";

  /** The date in the path of an address; unknown if there is none. */
  public PublicationDate ofUrl(String url) {
    String path = QUERY.matcher(HOST.matcher(url).replaceFirst("")).replaceFirst("");
    return only(found(path, IN_URL), Origin.URL);
  }

  /** The date in the names of a file and its folders; unknown if there is none. */
  public PublicationDate ofPath(String location) {
    return only(found(location, IN_PATH), Origin.FILE_NAME);
  }

  private static List<Pattern> patterns(String... patterns) {
    return List.of(patterns).stream().map(Pattern::compile).toList();
  }

  private Set<String> found(String place, List<Pattern> patterns) {
    Set<String> found = new TreeSet<>();
    for (Pattern pattern : patterns) {
      Matcher m = pattern.matcher(place);
      for (int from = 0; m.find(from); from = m.start() + 1) {
        add(m, found);
      }
    }
    return found;
  }

  private void add(Matcher m, Set<String> found) {
    try {
      int year = Integer.parseInt(m.group("year"));
      int month = month(m.group("month"));
      int day = m.namedGroups().containsKey("day") ? Integer.parseInt(m.group("day")) : 0;
      LocalDate first = LocalDate.of(year, month == 0 && day == 0 ? 1 : month, Math.max(day, 1));
      if (dates.isOver(first)) {
        found.add(first.toString().substring(0, month == 0 ? 4 : day == 0 ? 7 : 10));
      }
    } catch (DateTimeException e) {
      found.add(NO_DAY);
    }
  }

  private static int month(String month) {
    return Character.isDigit(month.charAt(0)) ? Integer.parseInt(month) : WrittenDate.month(month);
  }

  /** A month adds nothing if a day within it was found. */
  private static PublicationDate only(Set<String> found, Origin origin) {
    if (found.contains(NO_DAY)) {
      return PublicationDate.unknown();
    }
    List<String> exact =
        found.stream()
            .filter(d -> found.stream().noneMatch(o -> o.length() > d.length() && o.startsWith(d)))
            .toList();
    return exact.size() == 1
        ? new PublicationDate(exact.getFirst(), origin)
        : PublicationDate.unknown();
  }
}
