package broadsheet.cli.keep;

import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.UsageException;
import broadsheet.export.CorrectionTable;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code name import} command. */
@Command(
    name = "import",
    description =
        "Adds the corrections of a CSV table. Those that are here already stay as they are. Exit"
            + " code 2 if a row is no correction; the others are added.")
final class NameImportCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      description =
          "A table with the columns kind, name, form, becomes_kind, becomes_name, by, at.")
  private Path file = Path.of("");

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CorrectionTable.Rows rows = read();
    int added = common.desk().names().addAll(rows.corrections());
    rows.problems()
        .forEach(problem -> spec.commandLine().getErr().printf("%s, %s%n", file, problem));
    spec.commandLine()
        .getOut()
        .printf(
            "%s added, %s here already, %s left out%n",
            UserNames.counted(added, "correction"),
            rows.corrections().size() - added,
            UserNames.counted(rows.problems().size(), "row"));
    return rows.problems().isEmpty() ? ExitCode.DONE : ExitCode.ERROR;
  }

  private CorrectionTable.Rows read() {
    try (Reader reader = Files.newBufferedReader(file)) {
      return CorrectionTable.read(reader, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    } catch (IOException e) {
      throw new UsageException(
          "%s cannot be read (%s). Nothing was imported.".formatted(file, e.getMessage()), e);
    }
  }
}
