package broadsheet.cli;

import broadsheet.corpus.Corpus;
import broadsheet.corpus.LedgerTotals;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Rebuilds the index from files and folders. */
@Command(
    name = "index",
    description = {
      "Rebuilds the index from PATH. Who is searching goes on with the old index until the new one"
          + " is whole, then sees the new one."
    })
final class IndexCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files and folders of articles. Default: seeds/ beside the launcher.")
  private List<Path> paths = List.of();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "Reads every file as this format instead of looking into it.")
  private @Nullable String format;

  @Option(names = "--json", description = "Prints the summary as JSON.")
  private boolean isJson;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws JsonProcessingException {
    Corpus corpus = corpus(paths);
    Rebuild rebuild = new Rebuild(format == null ? corpus : corpus.readAs(format), common.index());
    Rebuild.Outcomes outcomes = rebuild.run(spec.commandLine().getErr());
    spec.commandLine().getOut().println(isJson ? json(outcomes) : line(outcomes));
    return ExitCode.DONE;
  }

  /** What there is to read: the seed articles where no path is given. */
  static Corpus corpus(List<Path> paths) {
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    return Corpus.of(paths.isEmpty() ? List.of(Home.seeds()) : paths, today);
  }

  static String line(Rebuild.Outcomes outcomes) {
    LedgerTotals totals = outcomes.totals();
    return String.format(
        Locale.ROOT,
        "indexed %,d, unchanged 0, removed 0, duplicate 0, skipped %,d, failed %,d in %.1f s"
            + " (%,.0f articles/s, %.1f MB/s)",
        totals.indexed(),
        totals.skipped(),
        totals.failed(),
        outcomes.seconds(),
        outcomes.articlesPerSecond(),
        outcomes.megabytesPerSecond());
  }

  private static String json(Rebuild.Outcomes outcomes) throws JsonProcessingException {
    LedgerTotals totals = outcomes.totals();
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("indexed", totals.indexed());
    summary.put("unchanged", 0);
    summary.put("removed", 0);
    summary.put("duplicate", 0);
    summary.put("skipped", totals.skipped());
    summary.put("failed", totals.failed());
    summary.put("remarks", totals.remarked());
    summary.put("bytes", totals.bytes());
    summary.put("seconds", outcomes.seconds());
    summary.put("articlesPerSecond", outcomes.articlesPerSecond());
    summary.put("megabytesPerSecond", outcomes.megabytesPerSecond());
    return new ObjectMapper().writeValueAsString(summary);
  }
}
