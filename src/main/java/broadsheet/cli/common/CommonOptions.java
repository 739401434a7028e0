package broadsheet.cli.common;

import broadsheet.backup.Restore;
import broadsheet.desk.Desk;
import broadsheet.desk.Desks;
import broadsheet.desk.ListQueries;
import broadsheet.engine.Additions;
import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.SearchMode;
import broadsheet.files.Home;
import broadsheet.path.PathName;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryParser;
import broadsheet.release.Release;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has: index folder, engine, stack traces and help. */
public class CommonOptions {

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "The index folder. Default: index/ beside the launcher.")
  private @Nullable Path index;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description =
          "Where the archive is kept if not in the index folder:"
              + " opensearch=http://HOST:PORT[,HOST:PORT…]/NAME.")
  private @Nullable String engine;

  @Option(names = "--verbose", description = "Prints the stack trace of an error.")
  @SuppressWarnings("UnusedVariable") // read from the parse result when an error is printed
  private boolean isVerbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  @SuppressWarnings("UnusedVariable") // handled by the command-line parser
  private boolean isHelpWanted;

  /**
   * The index folder, or the folder that represents an archive kept elsewhere. First finishes a
   * restore that was killed after its commit. Of an archive with several collections, the first.
   */
  public Path index() {
    return archive();
  }

  /** The folder of the whole archive, whichever of its collections is worked on. */
  final Path archive() {
    Path folder = index == null ? Home.index() : index;
    if (engine != null) {
      return Engines.place(folder, engine);
    }
    Restore.finish(folder);
    return folder;
  }

  /** Whether the archive is not in the index folder. */
  final boolean isElsewhere() {
    return engine != null;
  }

  /**
   * Whether the command line names the index folder, rather than using the one beside the launcher.
   */
  public boolean isIndexNamed() {
    return index != null || engine != null;
  }

  /**
   * A command that works on the same archive, to be printed and typed as it is.
   *
   * @param rest the command and its own arguments
   */
  public String command(String rest) {
    return "./broadsheet " + rest + place();
  }

  /** A message with the options of this archive where it ends with a command that makes vectors. */
  private String completed(String message) {
    return message.endsWith(Additions.MAKING_VECTORS) ? message + place() : message;
  }

  /** The options that lead to the archive, or to a part of it. */
  String place() {
    return (index == null ? "" : " --index " + PathName.quoted(index))
        + (engine == null ? "" : " --engine " + PathName.quoted(engine));
  }

  /** The engine of the index that is worked on. */
  public Engine engine() {
    return Engines.open(index());
  }

  /**
   * Opens the index to search it, with the corrections of names that the desk keeps.
   *
   * @param limit the time from a request to its answer
   */
  public SearchEngine search(Duration limit) {
    return corrected(engine().search(limit));
  }

  /** An engine just opened, with the corrections of names that the desk keeps. */
  public SearchEngine corrected(SearchEngine opened) {
    try {
      if (opened.hasNames()) {
        opened.correct(desk().names().corrections());
      }
      return opened;
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /**
   * Checks that the archive can be searched in a mode.
   *
   * @throws UsageException if it cannot
   */
  public void requireMode(SearchMode mode, SearchEngine engine) {
    if (mode == SearchMode.HYBRID) {
      engine
          .missingMeaning()
          .ifPresent(
              missing -> {
                throw new UsageException(completed(missing));
              });
    }
  }

  /** The desk: what users keep of the archive. */
  public Desk desk() {
    return Desks.open(archive());
  }

  /** A query as it is read today, with the lists that it names. */
  public ParsedQuery parsed(String text, SearchEngine engine) {
    return lookedUp(QueryParser.parse(text, LocalDate.now(ZoneId.systemDefault())), engine);
  }

  /** Resolves the lists that a query names. */
  public ParsedQuery lookedUp(ParsedQuery typed, SearchEngine engine) {
    return new ListQueries(desk(), engine, "").lookedUp(typed);
  }

  /**
   * The installed models, at least one.
   *
   * @throws UsageException if there is none
   */
  public static EmbeddingModels requireModels() {
    EmbeddingModels models = EmbeddingModels.installed();
    if (models.isEmpty()) {
      throw new UsageException(
          "--semantic needs a model for search by meaning, and none is here. Unpack"
              + " broadsheet-%s-meaning-en.zip, for English, in %s, and run this again; other"
                  .formatted(Release.current().version(), PathName.of(Home.parent()))
              + " languages: docs/semantic.md");
    }
    return models;
  }
}
