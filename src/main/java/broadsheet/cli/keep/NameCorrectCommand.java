package broadsheet.cli.keep;

import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.UsageException;
import broadsheet.desk.Actor;
import broadsheet.names.Name;
import broadsheet.names.NameKind;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code name correct} command. */
@Command(
    name = "correct",
    description =
        "Renames a name, merges it with another, gives it another kind, splits off one of its"
            + " forms, or hides it. Holds at once, and after rebuilds.")
final class NameCorrectCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "KIND", description = "person, organisation or place.")
  private NameKind kind = NameKind.PERSON;

  @Parameters(index = "1", paramLabel = "NAME", description = "The name as the archive shows it.")
  private String name = "";

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "The right name. If the archive has it already, the two become one.")
  private @Nullable String as;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "The right kind: person, organisation or place.")
  private @Nullable NameKind rightKind;

  @Option(names = "--hide", description = "Shows it no more: it is no name.")
  private boolean isHidden;

  @Option(
      names = "--form",
      paramLabel = "FORM",
      description = "Corrects only this form of the name. Default: the name with all its forms.")
  private @Nullable String form;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "Who corrects it, where serve --user-header names users. Default: nobody.")
  private @Nullable String user;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (isHidden == (as != null || rightKind != null)) {
      throw new UsageException("Give --as NAME, --kind KIND or both; or --hide alone.", null);
    }
    String by = user == null ? "" : UserNames.required(user);
    try {
      Name of = new Name(kind, typed(name));
      spec.commandLine()
          .getOut()
          .println(
              CorrectionText.of(
                  common
                      .desk()
                      .by(Actor.operator(by))
                      .names()
                      .add(of, form == null ? "" : typed(form), becomes(of))));
      return ExitCode.DONE;
    } catch (IllegalArgumentException e) {
      throw new UsageException("Nothing was corrected: %s.".formatted(e.getMessage()), e);
    }
  }

  private Optional<Name> becomes(Name of) {
    return isHidden
        ? Optional.empty()
        : Optional.of(
            new Name(
                rightKind == null ? of.kind() : rightKind, as == null ? of.text() : typed(as)));
  }

  /** The text without the space around it; a text of space alone would name everything. */
  private static String typed(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a name or form is missing");
    }
    return text.strip();
  }
}
