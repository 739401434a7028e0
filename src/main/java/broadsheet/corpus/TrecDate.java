package broadsheet.corpus;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the date of a TREC document: in the field for it, else in its number, else in what its
 * agency or journal wrote into other fields. The number is the document's own, so a date in it is
 * as good as stated; it also settles what a field leaves open, such as {@code 12/07/90}.
 */
final class TrecDate {
  /** {@code January 1, 1989, Sunday, Home Edition}. */
  private static final Pattern WITH_EDITION = Pattern.compile("^(\\p{L}+ \\d{1,2}, \\d{4}),.*");

  /** {@code 910514}: no month or day is above 31, so this can be read one way only. */
  private static final Pattern SHORT = Pattern.compile("(3[2-9]|[4-9]\\d)(\\d\\d)(\\d\\d)");

  /** {@code AP-NR-02-12-88 2344EST}: month, day, year. */
  private static final Pattern FILED =
      Pattern.compile("AP-NR-(\\d\\d)-(\\d\\d)-(\\d\\d) (\\d{4}[A-Z]{3})");

  private static final Pattern IN_PROSE =
      Pattern.compile("\\p{Lu}\\p{Ll}{2,8}\\.? \\d{1,2},? (?:19|20)\\d\\d");

  private final DateReader dates;

  TrecDate(DateReader dates) {
    this.dates = dates;
  }

  /**
   * @param field gives the first of some fields that has a value
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
    return stated.date().isKnown() ? stated : elsewhere(field, stated);
  }

  private ReadDate stated(Function<String[], String> field) {
    String text =
        field.apply(new String[] {"DATE", "DATE1", "DD", "PUB.DATE", "PUBDATE", "DATE_TIME"});
    Matcher shortDate = SHORT.matcher(text);
    return dates.read(
        shortDate.matches()
            ? shortDate.replaceFirst("19$1-$2-$3")
            : WITH_EDITION.matcher(text).replaceFirst("$1"));
  }

  /** In the line of an agency, a paper or a journal that has other things in it as well. */
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
