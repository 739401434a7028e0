package broadsheet.cli;

import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.UsageException;
import broadsheet.desk.Desks;
import broadsheet.engine.Engine;
import broadsheet.engine.IndexSummary;
import broadsheet.engine.SearchEngine;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code backup} command. */
@Command(
    name = "backup",
    description = {
      "Copies the index, and what readers keep, into a folder. A server and updates may run"
          + " meanwhile. The copy is verified, and can be served as it is. An archive on a cluster"
          + " is backed up by a snapshot of the cluster instead."
    })
final class BackupCommand implements Callable<Integer> {

  private static final String INDEX = "index";

  @Parameters(paramLabel = "DIR", description = "An empty folder, created if it is missing.")
  private Path folder = Path.of("");

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    IndexSummary summary;
    try (SearchEngine engine = common.engine().search(Engine.TIME_LIMIT)) {
      summary = engine.summary();
    }
    requireEmpty();
    Path copy = folder.resolve(INDEX);
    Desks.open(common.index()).backUp(copy);
    common.engine().backUp(copy);
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "Backed up %,d %s (%s) and what readers keep. To use the copy: ./broadsheet serve"
                + " --index %s%n",
            summary.articles(),
            summary.articles() == 1 ? "article" : "articles",
            StatsCommand.size(summary.sizeInBytes()),
            copy);
    return ExitCode.DONE;
  }

  /** Nothing is ever overwritten, least of all an earlier backup. */
  private void requireEmpty() {
    if (!Files.exists(folder)) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      if (entries.iterator().hasNext()) {
        throw new UsageException(
            folder + " is not empty: give each backup a folder of its own.", null);
      }
    } catch (IOException e) {
      throw new UsageException(
          "%s cannot be a folder for a backup (%s): choose another."
              .formatted(folder, e.getMessage()),
          e);
    }
  }
}
