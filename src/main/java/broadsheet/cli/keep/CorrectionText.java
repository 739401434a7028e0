package broadsheet.cli.keep;

import broadsheet.desk.NameCorrections.Numbered;
import broadsheet.names.NameCorrection;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Describes corrections of names for people. Stateless. */
final class CorrectionText {
  private CorrectionText() {}

  /** A line: {@code 3 person “Volker” becomes person “Volcker” (2026-11-28, ada)}. */
  static String of(Numbered each) {
    NameCorrection correction = each.correction();
    return String.format(
        Locale.ROOT,
        "%-5d %s  (%s%s)",
        each.number(),
        correction.text(),
        correction.at().truncatedTo(ChronoUnit.SECONDS),
        correction.by().isEmpty() ? "" : ", " + correction.by());
  }
}
