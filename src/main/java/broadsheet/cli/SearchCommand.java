package broadsheet.cli;

import broadsheet.address.SearchParameters;
import broadsheet.cli.common.BomOption;
import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.OperationOptions;
import broadsheet.cli.common.Terminal;
import broadsheet.cli.common.TerminalOutput;
import broadsheet.cli.common.TimeLimit;
import broadsheet.cli.common.TypedQuery;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.SearchResults;
import broadsheet.export.HitTable;
import broadsheet.query.ParsedQuery;
import broadsheet.web.results.SearchView;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code search} command: prints the hits of a query. */
@Command(name = "search", description = "Prints the hits of a query, with matches marked.")
final class SearchCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "QUERY",
      arity = "0..*",
      description =
          "The query; several words need no quotes around them all. Anything that is not an option"
              + " is part of it, such as -Taiwan; so is everything after --.")
  private List<String> query = List.of();

  /** The output format. */
  static final class Form {
    @Option(names = "--json", description = "Prints the same JSON as /search.json.")
    private boolean isJson;

    @Option(names = "--csv", description = "Prints a CSV table with one row per hit.")
    private boolean isCsv;
  }

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      defaultValue = ListenAddress.USUAL_SITE,
      description =
          "With --csv: the address of the server, for the links to the articles. Default:"
              + " ${DEFAULT-VALUE}.")
  private String site = "";

  @ArgGroup private Form form = new Form();
  @Mixin private BomOption bom;
  @Mixin private TimeLimit limit;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws JsonProcessingException {
    SearchParameters asked =
        OperationOptions.read(spec, TypedQuery.of(query, spec), SearchParameters::of);
    try (SearchEngine engine = common.search(limit.duration())) {
      common.requireMode(asked.mode(), engine);
      ParsedQuery parsed = common.parsed(asked.text(), engine);
      SearchRequest request = asked.request(parsed.root());
      request = form.isJson ? request : request.withoutCounts();
      SearchResults results = engine.search(request);
      print(parsed, request, results, engine);
      return results.total() == 0 ? ExitCode.NOTHING_FOUND : ExitCode.DONE;
    }
  }

  private static SearchView view(
      ParsedQuery parsed, SearchRequest request, SearchResults results, SearchEngine engine) {
    return SearchView.of(parsed, request, results).lookingAt(request, results, engine);
  }

  private String csv(SearchResults results, SearchEngine engine) {
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    try {
      bom.mark().begin(table);
      HitTable.write(results.hits(), engine, site, table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table.toString(StandardCharsets.UTF_8);
  }

  private void print(
      ParsedQuery parsed, SearchRequest request, SearchResults results, SearchEngine engine)
      throws JsonProcessingException {
    PrintWriter out = spec.commandLine().getOut();
    if (form.isJson) {
      out.println(new ObjectMapper().writeValueAsString(view(parsed, request, results, engine)));
    } else if (form.isCsv) {
      TerminalOutput.data(out).print(csv(results, engine));
      out.flush();
    } else {
      boolean isColoured = Terminal.isOutATerminal();
      new ResultPrinter(isColoured ? TerminalOutput.data(out) : out, isColoured)
          .print(
              parsed,
              request,
              results,
              Optional.ofNullable(view(parsed, request, results, engine).lookedAt()));
    }
  }
}
