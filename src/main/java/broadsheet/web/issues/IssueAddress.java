package broadsheet.web.issues;

import broadsheet.web.address.QueryString;
import java.time.LocalDate;

/** The addresses of newspapers and their issues. */
final class IssueAddress {
  static final String PATH = "/issues";
  static final String NEWSPAPER = "source";
  static final String YEAR = "year";
  static final String DAY = "date";

  private IssueAddress() {}

  static String of(String newspaper) {
    return PATH + "?" + NEWSPAPER + "=" + QueryString.encode(newspaper);
  }

  static String of(String newspaper, int year) {
    return of(newspaper) + "&" + YEAR + "=" + year;
  }

  static String of(String newspaper, LocalDate day) {
    return of(newspaper) + "&" + DAY + "=" + day;
  }
}
