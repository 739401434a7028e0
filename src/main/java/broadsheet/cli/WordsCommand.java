package broadsheet.cli;

import broadsheet.cli.common.BomOption;
import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.OperationOptions;
import broadsheet.cli.common.TerminalOutput;
import broadsheet.cli.common.TimeLimit;
import broadsheet.cli.common.TypedQuery;
import broadsheet.cli.common.UsageException;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.CursorException;
import broadsheet.query.ParsedQuery;
import broadsheet.web.page.QueryView;
import broadsheet.web.words.LineTable;
import broadsheet.web.words.WordsKind;
import broadsheet.web.words.WordsParameters;
import broadsheet.web.words.WordsTable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code words} command: prints concordances, collocates, frequencies, keywords or n-grams. */
@Command(
    name = "words",
    description =
        "Prints the matches of a query in context, their collocates, their frequency per million"
            + " words, keywords of the articles, or sequences of words in them.")
final class WordsCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "QUERY",
      arity = "0..*",
      description = "The query, as for search; without one, every article.")
  private List<String> query = List.of();

  @Option(
      names = "--show",
      paramLabel = "TABLE",
      defaultValue = "words",
      description =
          "words (lines in context), collocates, frequencies, keywords or ngrams. Default:"
              + " ${DEFAULT-VALUE}.")
  private WordsKind kind = WordsKind.WORDS;

  /** The output format. */
  static final class Form {
    @Option(names = "--json", description = "Prints the same JSON as the page.")
    private boolean isJson;

    @Option(names = "--csv", description = "Prints a tidy CSV table.")
    private boolean isCsv;

    @Option(
        names = "--all",
        description = "Prints every line in context, not a page of them, as a tidy CSV table.")
    private boolean isAll;
  }

  @ArgGroup private Form form = new Form();
  @Mixin private BomOption bom;
  @Mixin private TimeLimit limit;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    WordsParameters parameters =
        OperationOptions.read(
            spec, TypedQuery.of(query, spec), reader -> WordsParameters.of(kind, reader));
    try (SearchEngine engine = common.search(limit.duration())) {
      if (form.isAll) {
        return printAll(parameters, engine);
      }
      ParsedQuery asked = common.parsed(parameters.search().text(), engine);
      WordsTable table =
          WordsTable.of(
              parameters, text -> common.parsed(text, engine).root(), QueryView.of(asked), engine);
      print(asked, table);
      return table.table().rows().isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.DONE;
    } catch (CursorException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  private int printAll(WordsParameters parameters, SearchEngine engine) throws IOException {
    PrintWriter out = TerminalOutput.data(spec.commandLine().getOut());
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    bom.mark().begin(rows);
    long lines =
        new LineTable(parameters, text -> common.parsed(text, engine).root())
            .write(engine.workbench(), rows, () -> print(rows, out));
    print(rows, out);
    out.flush();
    return lines == 0 ? ExitCode.NOTHING_FOUND : ExitCode.DONE;
  }

  private static void print(ByteArrayOutputStream rows, PrintWriter out) {
    out.print(rows.toString(StandardCharsets.UTF_8));
    rows.reset();
  }

  private void print(ParsedQuery asked, WordsTable found) throws JsonProcessingException {
    PrintWriter out = spec.commandLine().getOut();
    if (form.isJson) {
      out.println(new ObjectMapper().writeValueAsString(found.view()));
    } else if (form.isCsv) {
      TerminalOutput.data(out)
          .print(new String(bom.mark().before(found.table().csv()), StandardCharsets.UTF_8));
      out.flush();
    } else {
      out.println(asked.reading());
      out.println(String.join(", ", found.facts()));
      found.notes().forEach(out::println);
      new WordsPrinter(out).print(kind, found.table());
      found.next().ifPresent(next -> out.println("more: --after " + next));
    }
  }
}
