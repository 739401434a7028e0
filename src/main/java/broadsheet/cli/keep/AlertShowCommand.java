package broadsheet.cli.keep;

import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.desk.SavedSearch;
import broadsheet.engine.Engine;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.AlertSearch;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.PageCursor;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.AlertCount;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryParser;
import broadsheet.web.alerts.AlertView;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code alert show} command: prints the new articles of an alert. */
@Command(
    name = "show",
    description = "Prints the new articles that match an alert, the newest first.")
final class AlertShowCommand implements Callable<Integer> {

  /** The most articles that are printed. */
  private static final int MOST = 1_000;

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
      LocalDate today = LocalDate.now(ZoneId.systemDefault());
      AlertSearch asked = AlertView.asked(saved.get(), text -> QueryParser.parse(text, today));
      AlertCount count = engine.count(List.of(asked)).stream().findFirst().orElse(null);
      AlertPrinter.print(AlertView.of(saved.get(), count), out);
      if (count != null && count.count() == 0) {
        return ExitCode.NOTHING_FOUND;
      }
      SearchRequest request = asked.request(SearchRequest.MAX_SIZE);
      long shown = 0;
      Optional<PageCursor> next = Optional.empty();
      do {
        SearchResults results = engine.search(next.map(request::after).orElse(request));
        results.hits().forEach(hit -> print(hit, out));
        shown += results.hits().size();
        next = results.next();
      } while (next.isPresent() && shown < MOST);
      return shown == 0 ? ExitCode.NOTHING_FOUND : ExitCode.DONE;
    }
  }

  private static void print(Hit hit, PrintWriter out) {
    out.println();
    out.println(hit.title().text());
    out.printf(
        "    %s · %s%s · new since %s%n",
        hit.id(),
        hit.publishedAt().isKnown() ? hit.publishedAt().iso() : "undated",
        hit.plain(FacetField.SOURCE).stream().findFirst().map(name -> " · " + name).orElse(""),
        hit.addedAt().orElseThrow());
  }
}
