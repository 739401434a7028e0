package broadsheet.cli;

import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import broadsheet.engine.TextEmbedder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command takes. */
final class CommonOptions {

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "The folder the index lies in. Default: index/ beside the launcher.")
  private @Nullable Path index;

  @Option(names = "--verbose", description = "Adds the stack trace to an error.")
  @SuppressWarnings("UnusedVariable") // read from the parse result, where an error is shown
  private boolean isVerbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  @SuppressWarnings("UnusedVariable") // acted on by the command line parser itself
  private boolean isHelpWanted;

  Path index() {
    return index == null ? Home.index() : index;
  }

  /** The engine of the index that is worked on. */
  Engine engine() {
    return Engines.open(index());
  }

  /**
   * The model this program has.
   *
   * @throws UsageException when it has none
   */
  static TextEmbedder requireModel() {
    return TextEmbedder.installed()
        .orElseThrow(
            () ->
                new UsageException(
                    "--semantic needs the model to search by meaning, and this program was started"
                        + " without it: start it with ./broadsheet, which builds that in, or build"
                        + " it with mvn -Psemantic package",
                    null));
  }
}
