package broadsheet.cli.archive;

import broadsheet.backup.Restore;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.OneCollectionOptions;
import broadsheet.path.PathName;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code restore} command: replaces an index and its desk with a verified backup. */
@Command(
    name = "restore",
    description =
        "Verifies a backup and puts its index, and what readers kept, in place in one step. Stop"
            + " the server first.")
public final class RestoreCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR", description = "The folder of the backup.")
  private Path folder = Path.of("");

  @Option(
      names = "--replace",
      description =
          "Replaces the index and what readers keep that are there already. They are kept beside,"
              + " under a name with the time.")
  private boolean isReplacing;

  @Mixin private OneCollectionOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Restore.Done done = new Restore(folder, common.index()).run(isReplacing);
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "Restored %,d %s%s, as of %s, into %s.%n",
        done.manifest().articles(),
        done.manifest().articles() == 1 ? "article" : "articles",
        common.hasDesk() ? " and what readers keep" : "",
        done.manifest().madeAt(),
        PathName.of(common.index()));
    done.replaced()
        .forEach((what, where) -> out.printf("%s is in %s.%n", what, PathName.of(where)));
    return ExitCode.DONE;
  }
}
