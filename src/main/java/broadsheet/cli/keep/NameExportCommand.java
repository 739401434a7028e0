package broadsheet.cli.keep;

import broadsheet.cli.common.BomOption;
import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.UsageException;
import broadsheet.desk.NameCorrections.Numbered;
import broadsheet.export.CorrectionTable;
import broadsheet.names.NameCorrection;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code name export} command. */
@Command(name = "export", description = "Writes all corrections to a CSV table.")
final class NameExportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The table, which name import reads.")
  private Path file = Path.of("");

  @Mixin private BomOption bom;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<NameCorrection> all =
        common.desk().names().all().stream().map(Numbered::correction).toList();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      bom.mark().begin(out);
      CorrectionTable.write(all, out);
    } catch (IOException e) {
      throw new UsageException("%s cannot be written (%s).".formatted(file, e.getMessage()), e);
    }
    spec.commandLine()
        .getOut()
        .printf("%s in %s%n", UserNames.counted(all.size(), "correction"), file);
    return ExitCode.DONE;
  }
}
