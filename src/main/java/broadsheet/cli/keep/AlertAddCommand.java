package broadsheet.cli.keep;

import broadsheet.address.SearchParameters;
import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.OperationOptions;
import broadsheet.cli.common.TypedQuery;
import broadsheet.cli.common.UsageException;
import broadsheet.desk.Actor;
import broadsheet.desk.SavedSearch;
import broadsheet.engine.Engine;
import broadsheet.engine.SearchEngine;
import broadsheet.path.PathName;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryParser;
import broadsheet.web.alerts.AlertView;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code alert add} command: saves a search. */
@Command(
    name = "add",
    description = {
      "Saves a search as an alert and prints how it is read. Articles that updates add from then on"
          + " are its new articles."
    })
final class AlertAddCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "QUERY",
      arity = "0..*",
      description =
          "The query, as in search; several words need no quotes around them all. Without a query,"
              + " every article matches.")
  private List<String> query = List.of();

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description =
          "Whose search it is, where serve --user-header names users. Default: it belongs to all"
              + " users.")
  private @Nullable String user;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    SearchParameters asked = asked();
    if (!common.engine().hasIndex()) {
      throw new UsageException(
          "There is no index in %s. Build one: %s"
              .formatted(PathName.of(common.index()), common.command("index PATH")));
    }
    Map<String, Long> states;
    try (SearchEngine engine = common.search(Engine.TIME_LIMIT)) {
      states = engine.states();
    }
    ParsedQuery parsed = QueryParser.parse(asked.text(), LocalDate.now(ZoneId.systemDefault()));
    SavedSearch saved =
        common
            .desk()
            .by(Actor.operator(owner()))
            .searches()
            .add(asked.toQueryString().encoded(), parsed.reading(), states);
    print(AlertView.of(saved, null), parsed.notes(), spec.commandLine().getOut());
    return ExitCode.DONE;
  }

  private String owner() {
    return user == null ? "" : UserNames.required(user);
  }

  private SearchParameters asked() {
    SearchParameters asked =
        OperationOptions.read(spec, TypedQuery.of(query, spec), SearchParameters::of);
    return asked.asked();
  }

  private void print(AlertView alert, List<String> notes, PrintWriter out) {
    out.println("saved as   " + alert.id());
    out.println("read as    " + alert.reading());
    notes.forEach(note -> out.println("           " + note));
    alert.narrowed().forEach(part -> out.printf("filter     %s %s%n", part.name(), part.value()));
    out.println("feed       " + alert.feed() + " (on " + common.command("serve") + ")");
  }
}
