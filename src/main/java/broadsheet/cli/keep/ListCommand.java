package broadsheet.cli.keep;

import broadsheet.article.ArticleRef;
import broadsheet.cli.common.BomOption;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.TerminalOutput;
import broadsheet.cli.common.UsageException;
import broadsheet.desk.ListEntry;
import broadsheet.desk.ListedArticle;
import broadsheet.desk.Lists;
import broadsheet.desk.ReadingList;
import broadsheet.desk.Sharing;
import broadsheet.engine.Engine;
import broadsheet.engine.SearchEngine;
import broadsheet.export.ArticleFormat;
import broadsheet.export.ArticleFormats;
import broadsheet.export.ExportedList;
import broadsheet.export.ListImport;
import broadsheet.export.NewEntries;
import broadsheet.web.page.FormattedCount;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The {@code list} command: prints the lists, and groups the commands for one of them. */
@Command(
    name = "list",
    description =
        "Prints the lists of articles, the last used first. They have pages at /lists of"
            + " ./broadsheet serve, and list:\"NAME\" searches in one.",
    subcommands = {
      ListCommand.ShowList.class,
      ListCommand.AddToList.class,
      ListCommand.RemoveFromList.class,
      ListCommand.ExportList.class,
      ListCommand.ImportList.class
    })
public final class ListCommand extends ListSubcommand {

  @Option(names = "--json", description = "Prints JSON.")
  private boolean isJson;

  @Override
  public Integer call() throws JsonProcessingException {
    List<ReadingList> all = all();
    PrintWriter out = out();
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
                  FormattedCount.of(list.entries(), "article"),
                  list.owner().isEmpty() ? "" : " of " + list.owner()));
    }
    if (all.isEmpty()) {
      err().println("No lists yet. Start one: " + command("list add NAME ID"));
    }
    return all.isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.DONE;
  }

  private static Map<String, Object> view(ReadingList list) {
    return Map.of(
        "id", list.id(),
        "name", list.name(),
        "owner", list.owner(),
        "shared", list.isShared(),
        "editable", list.sharing() == Sharing.EDIT,
        "articles", list.entries());
  }

  @Command(name = "show", description = "Prints the articles of a list with their notes.")
  static final class ShowList extends OneListCommand {

    @Override
    public Integer call() {
      ReadingList list = required();
      try (SearchEngine engine = common().search(Engine.TIME_LIMIT)) {
        List<ListedArticle> articles = ListedArticle.of(lists().entries().of(list.id()), engine);
        articles.forEach(each -> print(each, out()));
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

  @Command(
      name = "add",
      description = "Puts articles on a list, which is made if there is none of that name.")
  static final class AddToList extends OneListCommand {

    @Parameters(
        index = "1..*",
        arity = "0..*",
        paramLabel = "ID",
        description = "Ids of articles, as search prints them; without one, the list stays empty.")
    private List<String> ids = List.of();

    @Option(names = "--note", paramLabel = "TEXT", description = "A note on each of them.")
    private String note = "";

    @Override
    public Integer call() {
      try (SearchEngine engine = common().search(Engine.TIME_LIMIT)) {
        NewEntries found = NewEntries.of(ids, engine);
        if (!found.unknown().isEmpty()) {
          throw new UsageException(
              "No article “%s” in %s; nothing was added. Each search result lists its id."
                  .formatted(found.unknown().getFirst(), common().index()));
        }
        Lists.Put put = put(found.entries().stream().map(each -> each.noted(note)).toList());
        out()
            .printf(
                "%s added to %s%n", FormattedCount.of(put.added(), "article"), put.list().name());
        return ExitCode.DONE;
      }
    }
  }

  @Command(
      name = "remove",
      description = "Takes articles off a list or, with --all, removes the list with its notes.")
  static final class RemoveFromList extends OneListCommand {

    @Parameters(
        index = "1..*",
        arity = "0..*",
        paramLabel = "ID",
        description = "Ids of articles, as list show prints them.")
    private List<String> ids = List.of();

    @Option(names = "--all", description = "Removes the list itself.")
    private boolean isWhole;

    @Override
    public Integer call() {
      if (isWhole == !ids.isEmpty()) {
        throw usage("list remove NAME ID… or list remove NAME --all");
      }
      ReadingList list = required();
      if (isWhole) {
        lists().remove(list.id());
        out().println("removed the list " + list.name());
        return ExitCode.DONE;
      }
      int taken = lists().entries().take(list.id(), fingerprints(list));
      out().printf("%s taken off %s%n", FormattedCount.of(taken, "article"), list.name());
      return taken == 0 ? ExitCode.NOTHING_FOUND : ExitCode.DONE;
    }

    private List<String> fingerprints(ReadingList list) {
      return lists().entries().of(list.id()).stream()
          .map(ListEntry::article)
          .filter(article -> ids.contains(article.id()))
          .map(ArticleRef::fingerprint)
          .toList();
    }
  }

  @Command(name = "export", description = "Writes a list with its notes.")
  static final class ExportList extends OneListCommand {

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        defaultValue = "csv",
        description =
            "csv, ris, bib, jsonl, md (Markdown), html (with the whole texts), or one of an"
                + " extension. Default: ${DEFAULT-VALUE}.")
    private String format = "csv";

    @Option(
        names = "--out",
        paramLabel = "FILE",
        description = "Writes to this file. Default: prints it.")
    private @Nullable Path file;

    @Mixin private BomOption bom;

    @Override
    public Integer call() throws IOException {
      ArticleFormat written = ArticleFormats.named(format);
      ReadingList list = required();
      try (SearchEngine engine = common().search(Engine.TIME_LIMIT);
          OutputStream out = new BufferedOutputStream(written())) {
        List<ListedArticle> articles = ListedArticle.of(lists().entries().of(list.id()), engine);
        written.write(new ExportedList(list, articles, engine, ""), bom.mark(), out);
      } catch (IOException e) {
        throw new UsageException("The list cannot be written (%s).".formatted(e.getMessage()), e);
      }
      return ExitCode.DONE;
    }

    private OutputStream written() throws IOException {
      return file == null ? printed() : Files.newOutputStream(file);
    }

    /** Buffers the output and prints it on close. */
    private OutputStream printed() {
      return new ByteArrayOutputStream() {
        @Override
        public void close() {
          PrintWriter out = TerminalOutput.data(out());
          out.print(toString(StandardCharsets.UTF_8));
          out.flush();
        }
      };
    }
  }

  @Command(
      name = "import",
      description =
          "Puts the articles of a file on a list, which is made if there is none of that name.")
  static final class ImportList extends OneListCommand {

    @Parameters(
        index = "1",
        paramLabel = "FILE",
        description =
            "An id a line, or a CSV table with a column id and perhaps note; - for standard input.")
    private Path file = Path.of("-");

    @Override
    public Integer call() {
      Map<String, String> notes = read();
      try (SearchEngine engine = common().search(Engine.TIME_LIMIT)) {
        NewEntries found = NewEntries.of(notes, engine);
        PrintWriter err = err();
        found.unknown().forEach(id -> err.printf("No article “%s”; it was left out.%n", id));
        if (found.entries().isEmpty()) {
          return ExitCode.NOTHING_FOUND;
        }
        Lists.Put put = put(found.entries());
        String id = put.list().id();
        common().desk().log("list imported", Map.of("list", id, "added", put.added()));
        out()
            .printf(
                "%s added to %s, %s already on it, %s unknown%n",
                FormattedCount.of(put.added(), "article"),
                put.list().name(),
                found.entries().size() - put.added(),
                found.unknown().size());
        return ExitCode.DONE;
      }
    }

    private Map<String, String> read() {
      try (Reader reader =
          file.toString().equals("-")
              ? new InputStreamReader(System.in, StandardCharsets.UTF_8)
              : Files.newBufferedReader(file)) {
        return ListImport.read(reader);
      } catch (IOException e) {
        throw new UsageException("%s cannot be read (%s).".formatted(file, e.getMessage()), e);
      }
    }
  }
}
