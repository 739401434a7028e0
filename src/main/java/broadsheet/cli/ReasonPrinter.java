package broadsheet.cli;

import broadsheet.engine.result.Explanation.Numbers;
import broadsheet.web.page.PrintedCount;
import broadsheet.web.why.Reason;
import broadsheet.web.why.WhyView;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints for people why an article is a result, in words first. */
final class ReasonPrinter {

  private static final String STEP = "  ";

  private final PrintWriter out;

  ReasonPrinter(PrintWriter out) {
    this.out = out;
  }

  void print(String headline, WhyView why, boolean isWithNumbers) {
    out.println(headline);
    out.println(why.summary());
    out.println("Read as: " + why.query().reading());
    why.query().notes().forEach(note -> out.println("Note: " + note));
    out.println();
    why.reasons().forEach(this::print);
    if (isWithNumbers && why.numbers() != null) {
      out.println();
      print(why.numbers(), "");
    }
  }

  private void print(Reason reason) {
    String share = reason.percent() > 0 ? reason.percent() + " %" : "";
    out.printf(Locale.ROOT, "%7s  %s%n", reason.isMissing() ? "missing" : share, reason.name());
    out.printf(Locale.ROOT, "%7s  %s%n", "", reason.words());
  }

  private void print(Numbers step, String indent) {
    out.println(indent + PrintedCount.number(step.value()) + " " + step.description());
    step.details().forEach(detail -> print(detail, indent + STEP));
  }
}
