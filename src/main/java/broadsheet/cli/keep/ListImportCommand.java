package broadsheet.cli.keep;

import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.UsageException;
import broadsheet.desk.Lists;
import broadsheet.engine.Engine;
import broadsheet.engine.SearchEngine;
import broadsheet.export.ListImport;
import broadsheet.web.lists.NewEntries;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code list import} command. */
@Command(
    name = "import",
    description =
        "Puts the articles of a file on a list, which is made if there is none of that name.")
final class ListImportCommand implements Callable<Integer> {

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description =
          "An id a line, or a CSV table with a column id and perhaps note; - for standard input.")
  private Path file = Path.of("-");

  @Mixin private NamedListOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Map<String, String> notes = read();
    try (SearchEngine engine = options.common().search(Engine.TIME_LIMIT)) {
      NewEntries found = NewEntries.of(notes, engine);
      PrintWriter err = spec.commandLine().getErr();
      found.unknown().forEach(id -> err.printf("No article “%s”; it was left out.%n", id));
      if (found.entries().isEmpty()) {
        return ExitCode.NOTHING_FOUND;
      }
      Lists.Put put = options.put(found.entries());
      String id = put.list().id();
      options.common().desk().log("list imported", Map.of("list", id, "added", put.added()));
      spec.commandLine()
          .getOut()
          .printf(
              "%s added to %s, %s already on it, %s unknown%n",
              ListOptions.articles(put.added()),
              put.list().name(),
              found.entries().size() - put.added(),
              found.unknown().size());
      return ExitCode.DONE;
    }
  }

  private Map<String, String> read() {
    try (Reader reader =
        file.toString().equals("-")
            ? new InputStreamReader(System.in, StandardCharsets.UTF_8)
            : Files.newBufferedReader(file)) {
      return ListImport.read(reader);
    } catch (IOException e) {
      throw new UsageException("%s cannot be read (%s).".formatted(file, e.getMessage()), e);
    }
  }
}
