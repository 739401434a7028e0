package broadsheet.cli.archive;

import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.HeapGrowth;
import broadsheet.cli.common.OneCollectionOptions;
import broadsheet.corpus.format.Readers;
import broadsheet.indexing.SemanticPart;
import broadsheet.indexing.Upgrading;
import broadsheet.path.PathName;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code upgrade} command: makes an index of this release from that of an earlier one. */
@Command(
    name = "upgrade",
    description =
        "Makes an index of this release from that of an earlier one, without the files it was made"
            + " from. Searches use the old index until the new one is ready.")
public final class UpgradeCommand implements Callable<Integer> {

  @Mixin private OneCollectionOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Upgrading upgrading = new Upgrading(common.index(), err);
    if (upgrading.isDone()) {
      out.printf("%s is an index of this release; nothing to do%n", PathName.of(common.index()));
      return ExitCode.DONE;
    }
    try (HeapGrowth _ = HeapGrowth.limited()) {
      print(upgrading.run(), out, err);
    }
    return ExitCode.DONE;
  }

  private void print(Upgrading.Outcome outcome, PrintWriter out, PrintWriter err) {
    outcome.vectors().ifPresent(report -> err.println(SemanticPart.line(report)));
    double seconds = Math.max(1, outcome.took().toMillis()) / 1_000.0;
    out.printf(
        Locale.ROOT,
        "upgraded %,d %s in %.1f s (%,.0f articles/s)%n",
        outcome.articles(),
        outcome.articles() == 1 ? "article" : "articles",
        seconds,
        outcome.articles() / seconds);
    outcome
        .revised()
        .forEach(
            (format, files) ->
                err.printf(
                    Locale.ROOT, "%,d %s %s%n", files, files == 1 ? "file" : "files", was(format)));
    if (!outcome.revised().isEmpty()) {
      err.printf("Read just those from their source: %s%n", common.command("index --update"));
    }
  }

  private static String was(String format) {
    return format.equals(Readers.NONE)
        ? "that no reader knew may be read now"
        : "may be read better now: the reader of " + format + " was revised";
  }
}
