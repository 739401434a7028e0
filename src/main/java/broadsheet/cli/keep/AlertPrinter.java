package broadsheet.cli.keep;

import broadsheet.cli.common.ExitCode;
import broadsheet.web.alerts.AlertView;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/** Prints alerts for people. Stateless. */
final class AlertPrinter {
  private AlertPrinter() {}

  /** Prints that no alert has this id, and returns the exit code to end with. */
  static int unknown(String id, Path index, PrintWriter err) {
    err.printf("No alert %s in %s: run alert list to see the ids.%n", id, index);
    return ExitCode.NOTHING_FOUND;
  }

  /** Prints an alert and the number of new articles that match it. */
  static void print(AlertView alert, PrintWriter out) {
    out.printf("%-10s %s%n", alert.id(), alert.query());
    out.println("           read as " + alert.reading());
    if (alert.owner() != null) {
      out.println("           of " + alert.owner());
    }
    alert.narrowed().forEach(part -> out.printf("           %s %s%n", part.name(), part.value()));
    out.printf(
        "           saved %s, %s%s%n",
        alert.createdAt(),
        alert.cameIn() == null ? "not counted" : count(alert.cameIn()),
        alert.latest() == null ? "" : ", latest " + alert.latest());
  }

  private static String count(long cameIn) {
    return String.format(Locale.ROOT, "%,d new %s", cameIn, cameIn == 1 ? "article" : "articles");
  }
}
