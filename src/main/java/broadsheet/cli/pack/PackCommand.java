package broadsheet.cli.pack;

import broadsheet.address.SearchParameters;
import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.HeapGrowth;
import broadsheet.cli.common.OperationOptions;
import broadsheet.cli.common.PathArgument;
import broadsheet.cli.common.TimeLimit;
import broadsheet.cli.common.TypedQuery;
import broadsheet.cli.keep.NamedList;
import broadsheet.desk.Actor;
import broadsheet.desk.Lists;
import broadsheet.desk.ReadingList;
import broadsheet.engine.Engines;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.result.SearchResults;
import broadsheet.files.Home;
import broadsheet.files.ProgramCopy;
import broadsheet.indexing.RoomCheck;
import broadsheet.indexing.TimedProgress;
import broadsheet.ledger.Printable;
import broadsheet.pack.Packing;
import broadsheet.path.PathName;
import broadsheet.query.ParsedQuery;
import broadsheet.web.page.FormattedCount;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code pack} command: puts what a search finds in a folder with the program. */
@Command(
    name = "pack",
    description =
        "Puts the articles of a search, with their index, lists of them and the program, in a"
            + " folder that needs nothing else, for another machine or the supplement of a paper.")
public final class PackCommand implements Callable<Integer> {

  private static final String SITE = "http://127.0.0.1:7070";

  @Parameters(
      paramLabel = "QUERY DIR",
      arity = "0..*",
      description =
          "The query, as search takes it, followed by the folder to make, which is empty or"
              + " missing. Without a query, all articles that the filters leave.")
  private List<String> words = List.of();

  @Option(
      names = "--list",
      paramLabel = "NAME",
      description =
          "Also packs this list with its notes, as far as its articles are among those found."
              + " Repeatable.")
  private List<String> lists = List.of();

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description =
          "The user whose lists --list means, where serve --user-header names users. Default: the"
              + " lists of all users.")
  private @Nullable String user;

  @Mixin private TimeLimit limit;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (words.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Usage: pack QUERY DIR");
    }
    Path folder = new PathArgument().convert(words.getLast());
    SearchParameters asked =
        OperationOptions.read(
            spec, TypedQuery.of(words.subList(0, words.size() - 1), spec), SearchParameters::of);
    ProgramCopy program = Home.program();
    List<Packing.KeptList> kept = lists.stream().map(this::kept).toList();
    try (SearchEngine engine = common.search(limit.duration());
        HeapGrowth _ = HeapGrowth.limited()) {
      ParsedQuery query = common.parsed(asked.text(), engine);
      long found = found(engine, asked, query);
      if (found == 0) {
        err().println("Nothing found, so nothing was packed.");
        return ExitCode.NOTHING_FOUND;
      }
      requireRoom(folder, program, (double) found / Math.max(found, engine.articleCount()));
      Packing packing =
          new Packing(engine, asked, query, typed -> common.lookedUp(typed, engine), program, SITE);
      say(folder, packing.into(folder, archive(), kept, new TimedProgress(err(), "packed")));
      return ExitCode.DONE;
    }
  }

  /** The number of articles; says how the query is read. */
  private long found(SearchEngine engine, SearchParameters asked, ParsedQuery query) {
    SearchResults results = engine.search(asked.request(query.root()).unfolded().withoutCounts());
    err().println("Read as: " + Printable.line(query.reading()));
    query.notes().forEach(note -> err().println("Note: " + note));
    return results.total();
  }

  private Packing.KeptList kept(String name) {
    Lists all = common.desk().by(Actor.operator(user == null ? "" : user)).lists();
    String command =
        common.command("list" + (user == null ? "" : " --user " + PathName.quoted(user)));
    ReadingList list = new NamedList(name, all, Optional.ofNullable(user), command).required();
    return new Packing.KeptList(list, all.entries().of(list.id()));
  }

  private void requireRoom(Path folder, ProgramCopy program, double share) {
    try {
      RoomCheck.requireForPack(
          common.engine(), Engines.open(folder), share, program.bytes(), err());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folders of the archive. */
  private List<Path> archive() {
    return Stream.concat(Stream.of(common.index()), common.desk().folder().stream()).toList();
  }

  private void say(Path folder, Packing.Packed packed) {
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "Packed %s in %s%s%nTo search them: %s serve%n",
            FormattedCount.of(packed.articles(), "article"),
            PathName.of(folder),
            packed.hasRuntime() ? "" : ", to be run with Java 25 or newer",
            PathName.quoted(folder.toAbsolutePath().normalize().resolve("broadsheet")));
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
