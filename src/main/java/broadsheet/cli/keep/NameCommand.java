package broadsheet.cli.keep;

import broadsheet.cli.common.BomOption;
import broadsheet.cli.common.CollectionConverter;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.UsageException;
import broadsheet.desk.Actor;
import broadsheet.desk.NameCorrections.Numbered;
import broadsheet.engine.ArchiveCollection;
import broadsheet.export.CorrectionTable;
import broadsheet.names.Name;
import broadsheet.names.NameCorrection;
import broadsheet.names.NameKind;
import broadsheet.web.page.FormattedCount;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The {@code name} command: prints the corrections of names, and groups the commands for them. */
@Command(
    name = "name",
    description =
        "Prints the corrections of the names in the archive, the oldest first. name correct"
            + " renames, merges, splits and hides names.",
    subcommands = {
      NameCommand.CorrectName.class,
      NameCommand.UndoCorrection.class,
      NameCommand.ExportCorrections.class,
      NameCommand.ImportCorrections.class
    })
public final class NameCommand extends Subcommand {

  @Override
  public Integer call() {
    List<Numbered> all = common().desk().names().all();
    all.forEach(each -> out().println(text(each)));
    if (all.isEmpty()) {
      err()
          .println(
              "No corrections yet. Make one: "
                  + common().command("name correct KIND NAME --as RIGHT_NAME"));
    }
    return all.isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.DONE;
  }

  /** A line: {@code 3 person “Volker” becomes person “Volcker” (2026-11-28, ada)}. */
  private static String text(Numbered each) {
    NameCorrection correction = each.correction();
    return String.format(
        Locale.ROOT,
        "%-5d %s  (%s%s%s)",
        each.number(),
        correction.text(),
        correction.at().truncatedTo(ChronoUnit.SECONDS),
        correction.by().isEmpty() ? "" : ", " + correction.by(),
        correction.collection().isEmpty() ? "" : ", in " + correction.collection());
  }

  @Command(
      name = "correct",
      description =
          "Renames a name, merges it with another, gives it another kind, splits off one of its"
              + " forms, or hides it. Holds at once, and after rebuilds.")
  static final class CorrectName extends Subcommand {

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
        names = "--collection",
        paramLabel = "NAME",
        converter = CollectionConverter.class,
        description = "The collection whose name it is. Default: archive, the first one.")
    private ArchiveCollection collection = ArchiveCollection.FIRST;

    @Option(
        names = "--user",
        paramLabel = "NAME",
        description = "Who corrects it, where serve --user-header names users. Default: nobody.")
    private @Nullable String user;

    @Override
    public Integer call() {
      if (isHidden == (as != null || rightKind != null)) {
        throw new UsageException("Give --as NAME, --kind KIND or both; or --hide alone.");
      }
      String by = user == null ? "" : UserNames.required(user);
      try {
        Name of = new Name(kind, typed(name));
        out()
            .println(
                text(
                    common()
                        .desk()
                        .by(Actor.operator(by))
                        .names()
                        .add(of, form == null ? "" : typed(form), becomes(of), List.of(collection))
                        .getFirst()));
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

  @Command(name = "undo", description = "Undoes a correction.")
  static final class UndoCorrection extends Subcommand {

    @Parameters(paramLabel = "NUMBER", description = "The correction's number, as name prints it.")
    private long number;

    @Override
    public Integer call() {
      Optional<Numbered> undone = common().desk().names().remove(number);
      if (undone.isEmpty()) {
        err().printf("No correction %s. The numbers: %s%n", number, common().command("name"));
        return ExitCode.NOTHING_FOUND;
      }
      out().println("undone: " + text(undone.get()));
      return ExitCode.DONE;
    }
  }

  @Command(name = "export", description = "Writes all corrections to a CSV table.")
  static final class ExportCorrections extends Subcommand {

    @Parameters(paramLabel = "FILE", description = "The table, which name import reads.")
    private Path file = Path.of("");

    @Mixin private BomOption bom;

    @Override
    public Integer call() {
      List<NameCorrection> all =
          common().desk().names().all().stream().map(Numbered::correction).toList();
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        bom.mark().begin(out);
        CorrectionTable.write(all, out);
      } catch (IOException e) {
        throw new UsageException("%s cannot be written (%s).".formatted(file, e.getMessage()), e);
      }
      out().printf("%s in %s%n", FormattedCount.of(all.size(), "correction"), file);
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "import",
      description =
          "Adds the corrections of a CSV table. Those that are here already stay as they are. Exit"
              + " code 2 if a row is no correction; the others are added.")
  static final class ImportCorrections extends Subcommand {

    @Parameters(
        paramLabel = "FILE",
        description =
            "A table with the columns kind, name, form, becomes_kind, becomes_name, by, at,"
                + " collection.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
      CorrectionTable.Rows rows = read();
      int added = common().desk().names().addAll(rows.corrections());
      rows.problems().forEach(problem -> err().printf("%s, %s%n", file, problem));
      out()
          .printf(
              "%s added, %s here already, %s left out%n",
              FormattedCount.of(added, "correction"),
              rows.corrections().size() - added,
              FormattedCount.of(rows.problems().size(), "row"));
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
}
