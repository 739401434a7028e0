package broadsheet.cli.keep;

import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.engine.Engine;
import broadsheet.engine.SearchEngine;
import broadsheet.web.alerts.AlertView;
import broadsheet.web.alerts.AlertsView;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code alert list} command. */
@Command(
    name = "list",
    description = "Lists the saved searches, how each is read, and how many new articles match.")
final class AlertListCommand implements Callable<Integer> {

  @Option(names = "--json", description = "Prints the same JSON as /alerts.json.")
  private boolean isJson;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws JsonProcessingException {
    try (SearchEngine engine = common.engine().search(Engine.TIME_LIMIT)) {
      AlertsView view = AlertsView.of(common.desk().searches().all(), engine.arrivalSums());
      PrintWriter out = spec.commandLine().getOut();
      if (isJson) {
        out.println(new ObjectMapper().writeValueAsString(view));
      } else {
        out.printf("%s alert%s%n", view.alerts().size(), view.alerts().size() == 1 ? "" : "s");
        view.alerts().forEach(alert -> print(alert, out));
      }
      return view.alerts().isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.DONE;
    }
  }

  private static void print(AlertView alert, PrintWriter out) {
    out.println();
    out.printf("%-10s %s%n", alert.id(), alert.query());
    out.println("           read as " + alert.reading());
    alert.narrowed().forEach(part -> out.printf("           %s %s%n", part.name(), part.value()));
    out.printf(
        Locale.ROOT,
        "           saved %s, %,d new %s%s%n",
        alert.createdAt(),
        alert.cameIn(),
        alert.cameIn() == 1 ? "article" : "articles",
        alert.latest() == null ? "" : ", latest " + alert.latest());
  }
}
