package broadsheet.cli;

import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.Version;
import broadsheet.query.QueryForm;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code help} command. */
@Command(
    name = "help",
    description = "Explains the query language, or the flags of a command.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    helpCommand = true)
final class HelpCommand implements Callable<Integer> {

  private static final String LANGUAGE = "query";
  private static final int WIDTH = 96;

  @Parameters(
      paramLabel = "TOPIC",
      arity = "0..1",
      description = "query for the query language, or a command.")
  private String topic = "";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    CommandLine all = spec.parent().commandLine();
    if (topic.equals(LANGUAGE)) {
      QueryForm.ALL.forEach(form -> print(form, out));
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

  private static void print(QueryForm form, PrintWriter out) {
    out.println(plain(form.syntax()));
    StringBuilder line = new StringBuilder("   ");
    for (String word : plain(form.meaning()).split(" ", -1)) {
      if (line.length() + word.length() >= WIDTH) {
        out.println(line);
        line.replace(0, line.length(), "   ");
      }
      line.append(' ').append(word);
    }
    out.println(line);
    form.examples().forEach(example -> out.println("      " + example));
    out.println();
  }

  /** Drops code marks and links to other sections of the documentation. */
  private static String plain(String text) {
    return text.replaceAll(", see \\[(\\w+)\\]\\(#\\w+\\)", "")
        .replace("` `", "   ")
        .replace("`", "");
  }
}
