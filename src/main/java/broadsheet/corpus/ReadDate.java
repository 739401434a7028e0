package broadsheet.corpus;

import broadsheet.article.PublicationDate;

/**
 * A date as it was understood. Immutable.
 *
 * @param remark what had to be mended or left open, as a ledger's reason; empty if nothing
 * @param text what the source has, where there is a remark
 */
record ReadDate(PublicationDate date, String remark, String text) {
  static final String REPAIRED = "date repaired";
  static final String DAY_ONLY = "date kept to the day";
  static final String NOT_UNDERSTOOD = "date kept as unknown";
  static final String AMBIGUOUS = "ambiguous date";
  static final String IMPLAUSIBLE = "implausible date";

  static ReadDate none() {
    return new ReadDate(PublicationDate.unknown(), "", "");
  }

  static ReadDate stated(String iso) {
    return new ReadDate(PublicationDate.stated(iso), "", "");
  }

  static ReadDate unknown(String remark, String text) {
    return new ReadDate(PublicationDate.unknown(), remark, text);
  }

  ReadDate but(String otherRemark, String otherText) {
    return new ReadDate(date, otherRemark, otherText);
  }
}
