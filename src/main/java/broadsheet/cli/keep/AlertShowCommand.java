package broadsheet.cli.keep;

import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.desk.SavedSearch;
import broadsheet.engine.Engine;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.Arrival;
import broadsheet.engine.result.Hit;
import broadsheet.query.QueryNode;
import broadsheet.web.alerts.AlertView;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code alert show} command. */
@Command(
    name = "show",
    description = "Prints the new articles that match a saved search, the newest first.")
final class AlertShowCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "The alert's id; alert list prints it.")
  private String id = "";

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Optional<SavedSearch> saved = common.desk().searches().find(id);
    if (saved.isEmpty()) {
      return AlertPrinter.unknown(id, common.index(), spec.commandLine().getErr());
    }
    try (SearchEngine engine = common.search(Engine.TIME_LIMIT)) {
      PrintWriter out = spec.commandLine().getOut();
      AlertPrinter.print(AlertView.of(saved.get(), engine.arrivalSums().get(id)), out);
      List<Arrival> arrivals = engine.arrivals(id, new QueryNode.Everything(), Arrival.MOST);
      arrivals.forEach(arrival -> print(arrival, out));
      return arrivals.isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.DONE;
    }
  }

  private static void print(Arrival arrival, PrintWriter out) {
    Hit hit = arrival.hit();
    out.println();
    out.println(hit.title().text());
    out.printf(
        "    %s · %s%s · new since %s%n",
        hit.id(),
        hit.publishedAt().isKnown() ? hit.publishedAt().iso() : "undated",
        hit.plain(FacetField.SOURCE).stream().findFirst().map(name -> " · " + name).orElse(""),
        arrival.at().truncatedTo(ChronoUnit.SECONDS));
  }
}
