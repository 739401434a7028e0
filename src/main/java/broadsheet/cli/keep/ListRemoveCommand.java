package broadsheet.cli.keep;

import broadsheet.article.ArticleRef;
import broadsheet.cli.common.ExitCode;
import broadsheet.desk.ListEntry;
import broadsheet.desk.ReadingList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code list remove} command. */
@Command(
    name = "remove",
    description = "Takes articles off a list or, with --all, removes the list with its notes.")
final class ListRemoveCommand implements Callable<Integer> {

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ID",
      description = "Ids of articles, as list show prints them.")
  private List<String> ids = List.of();

  @Option(names = "--all", description = "Removes the list itself.")
  private boolean isWhole;

  @Mixin private NamedListOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (isWhole == !ids.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Usage: list remove NAME ID… or list remove NAME --all");
    }
    ReadingList list = options.required();
    if (isWhole) {
      options.lists().remove(list.id());
      spec.commandLine().getOut().println("removed the list " + list.name());
      return ExitCode.DONE;
    }
    int taken = options.lists().take(list.id(), fingerprints(list));
    spec.commandLine()
        .getOut()
        .printf("%s taken off %s%n", ListOptions.articles(taken), list.name());
    return taken == 0 ? ExitCode.NOTHING_FOUND : ExitCode.DONE;
  }

  private List<String> fingerprints(ReadingList list) {
    return options.lists().entries(list.id()).stream()
        .map(ListEntry::article)
        .filter(article -> ids.contains(article.id()))
        .map(ArticleRef::fingerprint)
        .toList();
  }
}
