package broadsheet.cli;

import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.engine.ArchiveFields;
import broadsheet.engine.Engine;
import broadsheet.engine.EngineException;
import broadsheet.engine.SearchEngine;
import broadsheet.query.QueryField;
import broadsheet.query.QueryForm;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code help} command: explains the query language, or the options of a command. */
@Command(
    name = "help",
    description = "Explains the query language, or the flags of a command.",
    helpCommand = true)
final class HelpCommand implements Callable<Integer> {

  private static final String LANGUAGE = "query";
  private static final int WIDTH = 96;

  @Parameters(
      paramLabel = "TOPIC",
      arity = "0..1",
      description = "query for the query language, or a command.")
  private String topic = "";

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    CommandLine all = spec.parent().commandLine();
    if (topic.equals(LANGUAGE)) {
      QueryForm.ALL.forEach(form -> print(form, out));
      printFields(out);
    } else if (topic.isEmpty()) {
      all.usage(out);
    } else {
      CommandLine command = all.getSubcommands().get(topic);
      if (command == null) {
        throw new CommandLine.ParameterException(
            spec.commandLine(),
            "No help on "
                + topic
                + ". Try query, or a command: "
                + String.join(", ", all.getSubcommands().keySet())
                + ".");
      }
      command.usage(out);
    }
    return ExitCode.DONE;
  }

  /** The fields of the archive, if there is one; the fields of the language otherwise. */
  private void printFields(PrintWriter out) {
    List<ArchiveFields.Field> fields = ofArchive();
    if (fields.isEmpty()) {
      out.println("Fields");
      wrapped(Stream.of(QueryField.values()).map(QueryField::label).toList(), out);
      return;
    }
    out.println("Fields of this archive, with values that find something");
    for (ArchiveFields.Field field : fields) {
      out.printf("   %-14s %s%n", field.label() + ":", String.join("  ", field.queries()));
    }
  }

  /** The fields of the archive; none without one, or if the usual one cannot be read. */
  private List<ArchiveFields.Field> ofArchive() {
    if (!common.isIndexNamed() && !common.engine().hasIndex()) {
      return List.of();
    }
    try (SearchEngine engine = common.search(Engine.TIME_LIMIT)) {
      return new ArchiveFields(engine).all();
    } catch (EngineException e) {
      if (common.isIndexNamed()) {
        throw e;
      }
      return List.of();
    }
  }

  private static void print(QueryForm form, PrintWriter out) {
    out.println(plain(form.syntax()));
    wrapped(List.of(plain(form.meaning()).split(" ", -1)), out);
    form.examples().forEach(example -> out.println("      " + example));
    out.println();
  }

  private static void wrapped(List<String> words, PrintWriter out) {
    StringBuilder line = new StringBuilder("   ");
    for (String word : words) {
      if (line.length() + word.length() >= WIDTH) {
        out.println(line);
        line.replace(0, line.length(), "   ");
      }
      line.append(' ').append(word);
    }
    out.println(line);
  }

  /** Drops code marks and links to other sections of the documentation. */
  private static String plain(String text) {
    return text.replaceAll(", see \\[(\\w+)\\]\\(#\\w+\\)", "")
        .replace("` `", "   ")
        .replace("`", "");
  }
}
