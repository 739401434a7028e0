package broadsheet.corpus.collection;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.date.ReadDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the date of a TREC document: in the field for it, otherwise in its number, otherwise in
 * other fields where its agency or journal wrote it. The number belongs to the document, so a date
 * in it counts as stated; it also settles an ambiguous field such as {@code 12/07/90}.
 */
record TrecDate(DateReader dates) {
  /** {@code January 1, 1989, Sunday, Home Edition}. */
  private static final Pattern WITH_EDITION = Pattern.compile("^(\\p{L}+ \\d{1,2}, \\d{4}),.*");

  /** {@code 910514}: the year is above 31, so there is only one way to read this. */
  private static final Pattern SHORT = Pattern.compile("(3[2-9]|[4-9]\\d)(\\d\\d)(\\d\\d)");

  /** {@code AP-NR-02-12-88 2344EST}: month, day, year. */
  private static final Pattern FILED =
      Pattern.compile("AP-NR-(\\d\\d)-(\\d\\d)-(\\d\\d) (\\d{4}[A-Z]{3})");

  private static final Pattern IN_PROSE =
      Pattern.compile("\\p{Lu}\\p{Ll}{2,8}\\.? \\d{1,2},? (?:19|20)\\d\\d");

  /** The fields for the date, most reliable first. */
  static final List<String> FIELDS =
      List.of("DATE", "DATE1", "DD", "PUB.DATE", "PUBDATE", "DATE_TIME", "TIME");

  private static final Pattern DIGITS = Pattern.compile("\\D+");

  /**
   * @param field returns the first of some fields that has a value
   */
  ReadDate of(Function<String[], String> field, TrecCollection collection) {
    ReadDate stated = stated(field);
    boolean isClear = stated.date().isKnown() && stated.remark().isEmpty();
    if (isClear) {
      return stated;
    }
    if (collection.day().isPresent()) {
      String day = collection.day().get().toString();
      ReadDate filed = filed(field.apply(new String[] {"FILEID"}));
      return filed.date().iso().startsWith(day)
          ? filed
          : dates.plausible(ReadDate.stated(day), day);
    }
    return stated.date().isKnown()
        ? stated
        : collection.ending().flatMap(day -> settled(stated, day)).orElse(elsewhere(field, stated));
  }

  /** An ambiguous date, settled by the day at the end of the document number. */
  private static Optional<ReadDate> settled(ReadDate stated, LocalDate day) {
    List<Integer> numbers =
        DIGITS.splitAsStream(stated.text()).limit(3).map(TrecDate::number).sorted().toList();
    boolean isSame =
        stated.remark().equals(ReadDate.AMBIGUOUS)
            && numbers.equals(
                Stream.of(day.getDayOfMonth(), day.getMonthValue(), day.getYear())
                    .sorted()
                    .toList());
    return isSame ? Optional.of(ReadDate.stated(day.toString())) : Optional.empty();
  }

  private static int number(String digits) {
    return digits.isEmpty() || digits.length() > 4 ? 0 : Integer.parseInt(digits);
  }

  private ReadDate stated(Function<String[], String> field) {
    String text = field.apply(FIELDS.toArray(String[]::new));
    Matcher shortDate = SHORT.matcher(text);
    return dates.read(
        shortDate.matches()
            ? shortDate.replaceFirst("19$1-$2-$3")
            : WITH_EDITION.matcher(text).replaceFirst("$1"));
  }

  /** The date in a line of an agency, paper or journal that contains other text as well. */
  private ReadDate elsewhere(Function<String[], String> field, ReadDate stated) {
    ReadDate filed = filed(field.apply(new String[] {"FILEID"}));
    Matcher prose = IN_PROSE.matcher(field.apply(new String[] {"JOURNAL", "DATELINE"}));
    ReadDate found = filed.date().isKnown() || !prose.find() ? filed : dates.read(prose.group());
    return found.date().isKnown() ? found : stated;
  }

  private ReadDate filed(String fileId) {
    Matcher filed = FILED.matcher(fileId);
    return filed.matches() ? dates.read(filed.replaceFirst("19$3-$1-$2 $4")) : ReadDate.none();
  }
}
