package broadsheet.corpus.date;

import broadsheet.article.PublicationDate;

/**
 * A date as understood. Immutable.
 *
 * @param remark a reason for the ledger: what was repaired or left open; empty if nothing was
 * @param text the source's text, if there is a remark
 */
public record ReadDate(PublicationDate date, String remark, String text) {
  public static final String REPAIRED = "date repaired";
  public static final String DAY_ONLY = "date kept to the day";
  public static final String NOT_UNDERSTOOD = "date kept as unknown";
  public static final String AMBIGUOUS = "ambiguous date";
  static final String IMPLAUSIBLE = "implausible date";

  public static ReadDate none() {
    return new ReadDate(PublicationDate.unknown(), "", "");
  }

  public static ReadDate stated(String iso) {
    return new ReadDate(PublicationDate.stated(iso), "", "");
  }

  public static ReadDate unknown(String remark, String text) {
    return new ReadDate(PublicationDate.unknown(), remark, text);
  }

  /** The same date, read after a repair of its text. */
  public ReadDate repaired(String text) {
    return new ReadDate(date, REPAIRED, text);
  }
}
