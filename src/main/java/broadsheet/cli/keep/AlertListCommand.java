package broadsheet.cli.keep;

import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.desk.SavedSearch;
import broadsheet.desk.SavedSearches;
import broadsheet.engine.Engine;
import broadsheet.engine.SearchEngine;
import broadsheet.query.QueryParser;
import broadsheet.web.alerts.AlertCounter;
import broadsheet.web.alerts.AlertView;
import broadsheet.web.alerts.AlertsView;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code alert list} command: lists the alerts with their numbers of new articles. */
@Command(
    name = "list",
    description = "Lists the alerts, how each is read, and how many new articles match.")
final class AlertListCommand implements Callable<Integer> {

  @Option(names = "--json", description = "Prints the same JSON as /alerts.json.")
  private boolean isJson;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "Only those that this user sees. Default: those of all users.")
  private @Nullable String user;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws JsonProcessingException {
    try (SearchEngine engine = common.search(Engine.TIME_LIMIT)) {
      List<SavedSearch> searches = searches();
      LocalDate today = LocalDate.now(ZoneId.systemDefault());
      AlertsView view =
          AlertsView.of(
              searches,
              new AlertCounter(engine).of(searches, text -> QueryParser.parse(text, today)));
      PrintWriter out = spec.commandLine().getOut();
      if (isJson) {
        out.println(new ObjectMapper().writeValueAsString(view));
      } else {
        out.printf("%s alert%s%n", view.alerts().size(), view.alerts().size() == 1 ? "" : "s");
        for (AlertView alert : view.alerts()) {
          out.println();
          AlertPrinter.print(alert, out);
        }
      }
      return view.alerts().isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.DONE;
    }
  }

  private List<SavedSearch> searches() {
    SavedSearches searches = common.desk().searches();
    return user == null ? searches.all() : searches.all(UserNames.required(user));
  }
}
