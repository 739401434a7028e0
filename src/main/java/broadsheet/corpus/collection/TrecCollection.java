package broadsheet.corpus.collection;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The date and outlet encoded in a document number of the TREC and LDC collections. Immutable.
 *
 * @param source the paper or agency; empty if the number belongs to no known collection
 * @param day the day that is part of the number; empty if there is none
 * @param ending the day at the end of a number from any other collection ({@code
 *     JA-culture-10-20161210}), enough to decide between two possible days; empty if there is none
 */
record TrecCollection(String source, Optional<LocalDate> day, Optional<LocalDate> ending) {
  private static final Map<String, String> SOURCES =
      Map.ofEntries(
          Map.entry("AP", "Associated Press"),
          Map.entry("APW", "Associated Press"),
          Map.entry("WSJ", "The Wall Street Journal"),
          Map.entry("LA", "Los Angeles Times"),
          Map.entry("LTW", "Los Angeles Times-Washington Post News Service"),
          Map.entry("WPB", "Washington Post-Bloomberg News Service"),
          Map.entry("FT", "Financial Times"),
          Map.entry("FBIS", "Foreign Broadcast Information Service"),
          Map.entry("SJMN", "San Jose Mercury News"),
          Map.entry("ZF", "Ziff-Davis"),
          Map.entry("NYT", "The New York Times"),
          Map.entry("XIE", "Xinhua News Agency"),
          Map.entry("XIN", "Xinhua News Agency"),
          Map.entry("AFP", "Agence France-Presse"),
          Map.entry("CNA", "Central News Agency"));

  private static final Pattern COLLECTION =
      Pattern.compile("(?<collection>[A-Z]{2,4})(?:_[A-Z]{3}_)?\\d[\\d._-]*");

  private static final Pattern SHORT_DAY =
      Pattern.compile("(?:AP|WSJ)(?<year>\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)-\\d+");

  private static final Pattern AMERICAN_DAY =
      Pattern.compile("LA(?<month>\\d\\d)(?<day>\\d\\d)(?<year>\\d\\d)-\\d+");

  private static final Pattern LONG_DAY =
      Pattern.compile(
          "[A-Z]{3}(?:_[A-Z]{3}_)?(?<year>(?:19|20)\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)[._]\\d+");

  private static final Pattern END =
      Pattern.compile(".*[-_.](?<year>(?:19|20)\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)");

  /** These collections date from the last century. */
  private static final int CENTURY = 1900;

  static TrecCollection of(String docno) {
    Matcher collection = COLLECTION.matcher(docno);
    String source =
        collection.matches() ? SOURCES.getOrDefault(collection.group("collection"), "") : "";
    Optional<LocalDate> day =
        source.isEmpty()
            ? Optional.empty()
            : day(SHORT_DAY.matcher(docno), CENTURY)
                .or(() -> day(AMERICAN_DAY.matcher(docno), CENTURY))
                .or(() -> day(LONG_DAY.matcher(docno), 0));
    return new TrecCollection(source, day, day(END.matcher(docno), 0));
  }

  private static Optional<LocalDate> day(Matcher m, int century) {
    try {
      return m.matches()
          ? Optional.of(
              LocalDate.of(
                  century + Integer.parseInt(m.group("year")),
                  Integer.parseInt(m.group("month")),
                  Integer.parseInt(m.group("day"))))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
