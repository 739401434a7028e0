package broadsheet.cli.keep;

import broadsheet.cli.common.CollectionConverter;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.UsageException;
import broadsheet.desk.Actor;
import broadsheet.desk.NameCorrections;
import broadsheet.engine.ArchiveCollection;
import broadsheet.names.Name;
import broadsheet.names.NameKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The {@code name add} command: adds a name that was not found, or forms to one that was. */
@Command(
    name = "add",
    description =
        "Adds a name that the archive writes and does not show, or a form to one that it shows."
            + " Holds at once, and after rebuilds.")
final class AddNameCommand extends Subcommand {

  @Parameters(index = "0", paramLabel = "KIND", description = "person, organisation or place.")
  private NameKind kind = NameKind.PERSON;

  @Parameters(index = "1", paramLabel = "NAME", description = "The name as it is to be shown.")
  private String name = "";

  @Parameters(
      index = "2..*",
      arity = "0..*",
      paramLabel = "FORM",
      description = "How articles write it. Default: as the name.")
  private List<String> forms = List.of();

  @Option(
      names = "--collection",
      paramLabel = "NAME",
      converter = CollectionConverter.class,
      description = "The collection that writes it. Default: archive, the first one.")
  private ArchiveCollection collection = ArchiveCollection.FIRST;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "Who adds it, where serve --user-header names users. Default: nobody.")
  private @Nullable String user;

  @Override
  public Integer call() {
    String by = user == null ? "" : UserNames.required(user);
    try {
      Name added = new Name(kind, NameCommand.typed(name));
      List<String> all =
          forms.isEmpty() ? List.of(added.text()) : forms.stream().map(NameCommand::typed).toList();
      new CollectionCheck(common(), collection)
          .check(known -> all.forEach(form -> known.requireNew(added, form)));
      NameCorrections corrections = common().desk().by(Actor.operator(by)).names();
      for (String form : all) {
        out()
            .println(
                NameCommand.text(
                    corrections
                        .add(added, form, Optional.of(added), List.of(collection))
                        .getFirst()));
      }
      return ExitCode.DONE;
    } catch (IllegalArgumentException e) {
      throw new UsageException("Nothing was added: %s.".formatted(e.getMessage()), e);
    }
  }
}
