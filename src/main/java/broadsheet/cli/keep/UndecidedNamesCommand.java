package broadsheet.cli.keep;

import broadsheet.cli.common.ExitCode;
import broadsheet.engine.Engine;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.UndecidedNames;
import broadsheet.names.FormUse;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** The {@code name undecided} command: prints what editors may add. */
@Command(
    name = "undecided",
    description =
        "Prints what looks like a name in a hundredth of the articles, and was not decided, with"
            + " its number of articles. name add decides it.")
final class UndecidedNamesCommand extends Subcommand {

  @Override
  public Integer call() {
    try (SearchEngine engine = common().search(Engine.TIME_LIMIT)) {
      List<FormUse> undecided = UndecidedNames.in(engine);
      undecided.forEach(
          use -> out().println(String.format(Locale.ROOT, "%6d  %s", use.articles(), use.form())));
      if (undecided.isEmpty()) {
        err()
            .println(
                engine.hasNames()
                    ? "Every name in a hundredth of the articles is decided."
                    : "Nobody looked for names here. Look for them: "
                        + common().command("index --update --names"));
      }
      return undecided.isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.DONE;
    }
  }
}
