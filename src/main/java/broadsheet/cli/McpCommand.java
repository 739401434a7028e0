package broadsheet.cli;

import broadsheet.assistant.Assistant;
import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.TimeLimit;
import broadsheet.cli.common.UsageException;
import broadsheet.engine.ArchiveCollections;
import broadsheet.engine.SearchEngine;
import broadsheet.files.UseLock;
import broadsheet.release.Release;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The {@code mcp} command: serves the archive to an assistant on standard input and output. */
@Command(
    name = "mcp",
    description = {
      "Lets an assistant search the archive by the Model Context Protocol: messages on standard"
          + " input, answers on standard output. Tools: search, read_article, count_over_time,"
          + " describe_archive. Nothing can be changed. Not to be run by hand: docs/assistants.md"
          + " says what to tell the assistant’s program."
    })
final class McpCommand implements Callable<Integer> {

  /** Time that an answer may take beyond the time limit. */
  private static final Duration SLACK = Duration.ofSeconds(2);

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description =
          "The address of a server of the same archive, for links to the articles. Default: no"
              + " links.")
  private String site = "";

  @Option(
      names = "--group",
      paramLabel = "NAME",
      description =
          "A group of the one for whom the assistant works, where not everyone may ask every"
              + " collection; may be repeated.")
  private Set<String> groups = Set.of();

  @Mixin private TimeLimit limit;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    PrintStream answers = System.out;
    // Other output must not get between the messages.
    System.setOut(System.err);
    try (ArchiveCollections collections = common.engine().collections(limit.duration());
        SearchEngine engine = opened(collections);
        UseLock _ = UseLock.shared(common.index()).orElse(null)) {
      Assistant assistant =
          new Assistant(engine, text -> common.parsed(text, engine), site.replaceAll("/+$", ""));
      assistant.serve(
          System.in, answers, Release.current().toString(), limit.duration().plus(SLACK));
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new UsageException("Standard input cannot be read (%s).".formatted(e.getMessage()), e);
    } finally {
      System.setOut(answers);
    }
  }

  private SearchEngine opened(ArchiveCollections collections) {
    return ServedCollections.asked(common.index(), collections, groups)
        .map(some -> common.corrected(collections.search(some)))
        .orElseGet(() -> common.search(limit.duration()));
  }
}
