package broadsheet.cli;

import broadsheet.corpus.Corpus;
import broadsheet.corpus.Exclusions;
import broadsheet.engine.IndexingReport;
import broadsheet.engine.TextEmbedder;
import broadsheet.engine.Vectors;
import broadsheet.indexing.Alerts;
import broadsheet.indexing.Indexing;
import broadsheet.indexing.IndexingLog;
import broadsheet.indexing.IndexingScope;
import broadsheet.indexing.SemanticPart;
import broadsheet.ledger.LedgerTotals;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Rebuilds or updates the index from files and folders. */
@Command(
    name = "index",
    description = {
      "Rebuilds the index from PATH, or updates it. Searches use the old index until"
          + " the new one is ready."
    })
final class IndexCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "Files and folders of articles. Default: seeds/ beside the launcher; with --update all"
              + " that the index is made from.")
  private List<Path> paths = List.of();

  @Option(
      names = "--update",
      description =
          "Takes in only what is new, changed or gone, told by content. With PATH goes over that"
              + " alone: a part of what the index is made from, or something to add to it.")
  private boolean isUpdate;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "Reads every file as this format instead of looking into it.")
  private @Nullable String format;

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description =
          "Leaves out files and folders of this name ('*.xml') or, with a slash, of this path below"
              + " PATH ('drafts/**'); may be given several times. Updates remember it.")
  private List<String> excluded = List.of();

  @Option(
      names = "--follow-links",
      description =
          "Follows links that lead out of the files and folders the index is made from. Updates"
              + " remember it. Links within them are always followed.")
  private boolean isFollowing;

  @Option(
      names = "--allow-removals",
      description =
          "Goes on where more than half of the articles of a source would go, which is refused"
              + " otherwise: a drive may not be mounted.")
  private boolean isRemovalAllowed;

  @Option(
      names = "--forget",
      paramLabel = "PATH",
      description =
          "Takes out of the index all that came from PATH, one of the files and folders it is made"
              + " from (stats lists them), whether it is still there or not. The files stay.")
  private @Nullable Path forgotten;

  @Option(
      names = "--forget-arrivals",
      description =
          "Lets a rebuild go on where what came in for saved searches can be read neither from the"
              + " old index nor from the copy beside it, which stops it otherwise.")
  private boolean mayForgetArrivals;

  @Option(
      names = "--strict",
      description = "Ends with exit code 2 when anything could not be read.")
  private boolean isStrict;

  @Option(
      names = "--semantic",
      description =
          "Makes vectors of the articles as well, by which they are found by meaning (--mode"
              + " hybrid): minutes for thousands of articles. An index that has them keeps them up"
              + " to date without this.")
  private boolean isSemantic;

  @Option(names = "--json", description = "Prints the summary as JSON.")
  private boolean isJson;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws JsonProcessingException {
    PrintWriter err = spec.commandLine().getErr();
    Optional<TextEmbedder> model =
        isSemantic ? Optional.of(CommonOptions.requireModel()) : Optional.empty();
    Alerts.of(common.index(), err);
    Indexing.Outcomes outcomes = outcomes(err);
    Optional<Vectors.Report> vectors = vectors(model, err);
    vectors.ifPresent(report -> err.println(SemanticPart.line(report)));
    spec.commandLine().getOut().println(isJson ? json(outcomes, vectors) : outcomes.line());
    if (isUpdate || forgotten != null) {
      common.engine().tidy();
    }
    boolean isWhole = outcomes.totals().failed() == 0;
    if (!isWhole) {
      err.println(warning(outcomes));
    }
    return isWhole || !isStrict ? ExitCode.DONE : ExitCode.ERROR;
  }

  private Optional<Vectors.Report> vectors(Optional<TextEmbedder> model, PrintWriter err) {
    SemanticPart part = new SemanticPart(common.index(), err);
    return model.isPresent()
        ? model.map(embedder -> part.update(embedder, true))
        : part.updateIfThere(true);
  }

  private Indexing.Outcomes outcomes(PrintWriter err) {
    if (forgotten == null) {
      return indexing().run(new IndexingLog(err, Terminal.display()));
    }
    if (isUpdate || !paths.isEmpty() || !excluded.isEmpty() || format != null || isFollowing) {
      throw new UsageException(
          "--forget goes alone: run index --forget PATH first, then the rest", null);
    }
    return Indexing.forget(common.index(), forgotten);
  }

  private Indexing indexing() {
    String readAs = format == null ? "" : Corpus.requireFormat(format);
    IndexingScope.Manner manner =
        new IndexingScope.Manner(readAs, Exclusions.requireGlobs(excluded), isFollowing);
    boolean isDefault = paths.isEmpty() && !isUpdate;
    List<Path> read = isDefault ? List.of(Home.seeds()) : paths;
    return new Indexing(common.index(), read, manner, isUpdate)
        .losing(new Indexing.Losses(isRemovalAllowed, mayForgetArrivals));
  }

  private static String warning(Indexing.Outcomes outcomes) {
    return String.format(
        Locale.ROOT,
        "warning: %,d could not be read; ./broadsheet ledger --failed lists them",
        outcomes.totals().failed());
  }

  private static String json(Indexing.Outcomes outcomes, Optional<Vectors.Report> vectors)
      throws JsonProcessingException {
    IndexingReport report = outcomes.report();
    LedgerTotals totals = outcomes.totals();
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("indexed", report.indexed());
    summary.put("unchanged", report.unchanged());
    summary.put("removed", report.removed());
    summary.put("duplicate", report.duplicates());
    summary.put("skipped", totals.skipped());
    summary.put("failed", totals.failed());
    summary.put("remarks", totals.remarked());
    summary.put("bytes", totals.bytes());
    summary.put("seconds", outcomes.seconds());
    summary.put("articlesPerSecond", outcomes.articlesPerSecond());
    summary.put("megabytesPerSecond", outcomes.megabytesPerSecond());
    vectors.ifPresent(made -> summary.put("vectors", fields(made)));
    return new ObjectMapper().writeValueAsString(summary);
  }

  private static Map<String, Object> fields(Vectors.Report report) {
    return Map.of(
        "articles", report.articles(),
        "passages", report.passages(),
        "unchanged", report.unchanged(),
        "removed", report.removed(),
        "seconds", report.took().toMillis() / 1_000.0);
  }
}
