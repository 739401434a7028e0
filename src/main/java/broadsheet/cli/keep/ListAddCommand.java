package broadsheet.cli.keep;

import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.UsageException;
import broadsheet.desk.Lists;
import broadsheet.engine.Engine;
import broadsheet.engine.SearchEngine;
import broadsheet.web.lists.NewEntries;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code list add} command. */
@Command(
    name = "add",
    description = "Puts articles on a list, which is made if there is none of that name.")
final class ListAddCommand implements Callable<Integer> {

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ID",
      description = "Ids of articles, as search prints them; without one, the list stays empty.")
  private List<String> ids = List.of();

  @Option(names = "--note", paramLabel = "TEXT", description = "A note on each of them.")
  private String note = "";

  @Mixin private NamedListOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (SearchEngine engine = options.common().search(Engine.TIME_LIMIT)) {
      NewEntries found = NewEntries.of(ids, engine);
      if (!found.unknown().isEmpty()) {
        throw new UsageException(
            "No article “%s” in %s; nothing was added. Each search result lists its id."
                .formatted(found.unknown().getFirst(), options.common().index()),
            null);
      }
      Lists.Put put = options.put(found.entries().stream().map(each -> each.noted(note)).toList());
      spec.commandLine()
          .getOut()
          .printf("%s added to %s%n", ListOptions.articles(put.added()), put.list().name());
      return ExitCode.DONE;
    }
  }
}
