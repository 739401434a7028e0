package broadsheet.corpus.date;

import broadsheet.article.PublicationDate;
import java.time.LocalDate;

/**
 * A date as understood. Immutable.
 *
 * @param remark a reason for the ledger: what was repaired or left open; empty if nothing was
 * @param text the source's text, if there is a remark or the calendar is undecided
 * @param isPersianByYear whether only the year shows that the calendar is the Persian one; in
 *     Arabic the same day may be one of the Islamic lunar calendar
 */
public record ReadDate(PublicationDate date, String remark, String text, boolean isPersianByYear) {
  public static final String REPAIRED = "date repaired";
  static final String DAY_ONLY = "date kept to the day";
  public static final String NOT_UNDERSTOOD = "date kept as unknown";
  public static final String AMBIGUOUS = "ambiguous date";
  static final String IMPLAUSIBLE = "implausible date";

  private ReadDate(PublicationDate date, String remark, String text) {
    this(date, remark, text, false);
  }

  public static ReadDate none() {
    return new ReadDate(PublicationDate.unknown(), "", "");
  }

  public static ReadDate stated(String iso) {
    return new ReadDate(PublicationDate.stated(iso), "", "");
  }

  /** A day whose time of day could not be read. */
  public static ReadDate dayOnly(LocalDate day, String text) {
    return new ReadDate(PublicationDate.stated(day.toString()), DAY_ONLY, text);
  }

  public static ReadDate unknown(String remark, String text) {
    return new ReadDate(PublicationDate.unknown(), remark, text);
  }

  /** The same date, in the Persian calendar if its year is to be trusted. */
  ReadDate persianByYear(String text) {
    return new ReadDate(date, remark, text, true);
  }

  /** The same date, read after a repair of its text. */
  public ReadDate repaired(String text) {
    return new ReadDate(date, REPAIRED, text);
  }
}
