package broadsheet.cli.keep;

import broadsheet.cli.common.ExitCode;
import broadsheet.desk.ReadingList;
import broadsheet.desk.Sharing;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code list} command: prints the lists, and groups the commands for one of them. */
@Command(
    name = "list",
    description =
        "Prints the lists of articles, the last used first. They have pages at /lists of"
            + " ./broadsheet serve, and list:\"NAME\" searches in one.",
    subcommands = {
      ListShowCommand.class,
      ListAddCommand.class,
      ListRemoveCommand.class,
      ListExportCommand.class,
      ListImportCommand.class
    })
public final class ListCommand implements Callable<Integer> {

  @Option(names = "--json", description = "Prints JSON.")
  private boolean isJson;

  @Mixin private ListOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws JsonProcessingException {
    List<ReadingList> all = options.all();
    PrintWriter out = spec.commandLine().getOut();
    if (isJson) {
      List<?> lists = all.stream().map(ListCommand::view).toList();
      out.println(new ObjectMapper().writeValueAsString(Map.of("lists", lists)));
    } else {
      all.forEach(
          list ->
              out.printf(
                  "%-10s %s (%s%s)%n",
                  list.id(),
                  list.name(),
                  ListOptions.articles(list.entries()),
                  list.owner().isEmpty() ? "" : " of " + list.owner()));
    }
    if (all.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println("No lists yet. Start one: " + options.command("list add NAME ID"));
    }
    return all.isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.DONE;
  }

  private static Map<String, Object> view(ReadingList list) {
    return Map.of(
        "id",
        list.id(),
        "name",
        list.name(),
        "owner",
        list.owner(),
        "shared",
        list.isShared(),
        "editable",
        list.sharing() == Sharing.EDIT,
        "articles",
        list.entries());
  }
}
