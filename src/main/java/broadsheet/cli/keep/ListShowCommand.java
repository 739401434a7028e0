package broadsheet.cli.keep;

import broadsheet.cli.common.ExitCode;
import broadsheet.desk.ListedArticle;
import broadsheet.desk.ReadingList;
import broadsheet.engine.Engine;
import broadsheet.engine.SearchEngine;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code list show} command. */
@Command(name = "show", description = "Prints the articles of a list with their notes.")
final class ListShowCommand implements Callable<Integer> {

  @Mixin private NamedListOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ReadingList list = options.required();
    try (SearchEngine engine = options.common().search(Engine.TIME_LIMIT)) {
      List<ListedArticle> articles = ListedArticle.of(options.lists().entries(list.id()), engine);
      articles.forEach(each -> print(each, spec.commandLine().getOut()));
      return articles.isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.DONE;
    }
  }

  private static void print(ListedArticle each, PrintWriter out) {
    out.println(each.entry().title());
    out.printf(
        "    %s%s%s%n",
        each.id().orElse(each.entry().article().id() + " (" + each.absence() + ")"),
        each.entry().source().isEmpty() ? "" : " · " + each.entry().source(),
        each.entry().date().isEmpty() ? "" : " · " + each.entry().date());
    each.entry().note().lines().forEach(line -> out.println("    | " + line));
  }
}
