package broadsheet.cli;

import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.HeapGrowth;
import broadsheet.cli.common.OneCollectionOptions;
import broadsheet.cli.common.Terminal;
import broadsheet.cli.common.UsageException;
import broadsheet.engine.Additions;
import broadsheet.engine.ArchivePart;
import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.FurnitureChange;
import broadsheet.engine.NameMode;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.Vectors;
import broadsheet.files.Home;
import broadsheet.indexing.Indexing;
import broadsheet.indexing.IndexingLog;
import broadsheet.indexing.IndexingScope;
import broadsheet.indexing.PartIndexing;
import broadsheet.indexing.SemanticPart;
import broadsheet.path.PathName;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code index} command: rebuilds or updates the index from files and folders. */
@Command(
    name = "index",
    description = {
      "Rebuilds or updates the index from PATH. Searches use the old index until"
          + " the new one is ready."
    })
final class IndexCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "Files and folders of articles. Default: everything the index is built from; for the"
              + " first index, without --index, seeds/ beside the launcher.")
  private List<Path> paths = List.of();

  @Option(
      names = "--update",
      description =
          "Indexes only what is new, changed or deleted, judged by content. With PATH, updates only"
              + " that path: part of what the index is built from, or something to add.")
  private boolean isUpdate;

  @Option(
      names = "--part",
      paramLabel = "I/N",
      converter = PartConverter.class,
      description =
          "Reads only part I of N, such as 2/4, so that several processes or machines read an"
              + " archive. Each file belongs to one part. A part that was interrupted goes on. The"
              + " index stays as it is until --join.")
  private @Nullable ArchivePart part;

  @Option(
      names = "--join",
      description =
          "Rebuilds the index from the parts read with --part, all of which must be in the folder"
              + " 'parts' of the index folder.")
  private boolean isJoining;

  @Option(
      names = "--allow-removals",
      description =
          "Allows an update to remove more than half of a source's articles. Without this it is"
              + " refused, since a drive may not be mounted.")
  private boolean isRemovalAllowed;

  @Option(
      names = "--forget",
      paramLabel = "PATH",
      description =
          "Removes everything from PATH, one of the files and folders the index is built from"
              + " (stats lists them), from the index, whether or not it still exists. Files are not"
              + " deleted.")
  private @Nullable Path forgotten;

  @Option(names = "--strict", description = "Ends with exit code 2 if anything could not be read.")
  private boolean isStrict;

  @Option(
      names = "--semantic",
      description =
          "Also makes vectors of the articles, for search by meaning (--mode hybrid). This takes"
              + " minutes for thousands of articles. An index with vectors keeps them up to date"
              + " without this.")
  private boolean isSemantic;

  @Option(
      names = "--vectors-only",
      description =
          "Reads no articles and makes the vectors that those of the index lack. For an archive on"
              + " a cluster, any number of machines may do so at the same time.")
  private boolean isForVectorsOnly;

  @Option(
      names = "--names",
      paramLabel = "find|decide|off",
      arity = "0..1",
      fallbackValue = "find",
      preprocessor = EqualsSignValue.class,
      converter = NameModeConverter.class,
      description =
          "Also finds the people, organisations and places that English articles name. An archive"
              + " with names goes on finding them without this. --names=decide only decides anew,"
              + " from all articles, what each name stands for; --names=off drops them.")
  private NameMode names = NameMode.AS_IS;

  @Option(
      names = "--furniture",
      paramLabel = "hide|show[:SOURCE]",
      converter = FurnitureConverter.class,
      description =
          "With show, searches what a source repeats in many articles as part of each; with hide,"
              + " as an archive does unless told otherwise, only for furniture:WORD or"
              + " furniture:show. For one source or, without, for all. Repeatable, and kept until"
              + " changed.")
  private List<FurnitureChange> furniture = new ArrayList<>();

  @Option(
      names = "--forget-arrivals",
      hidden = true,
      description = "Deprecated: does nothing any more.")
  private boolean isForgettingArrivals;

  @Option(names = "--json", description = "Prints the summary as JSON.")
  private boolean isJson;

  @Mixin private ReadingOptions reading;
  @Mixin private OneCollectionOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws JsonProcessingException {
    PrintWriter err = spec.commandLine().getErr();
    if (isForgettingArrivals) {
      err.println("note: --forget-arrivals does nothing any more, and will be gone in 3.0.0");
    }
    if (isForVectorsOnly) {
      return makeVectors(err);
    }
    Optional<EmbeddingModels> models =
        isSemantic ? Optional.of(CommonOptions.requireModels()) : Optional.empty();
    Indexing.Outcomes outcomes = outcomes(err);
    Optional<Vectors.Report> vectors =
        part == null ? new SemanticPart(common.index(), err).update(models) : Optional.empty();
    vectors.ifPresent(report -> err.println(SemanticPart.line(report)));
    spec.commandLine()
        .getOut()
        .println(isJson ? IndexingSummary.json(outcomes, vectors) : outcomes.line());
    if (isUpdate || forgotten != null || names == NameMode.DECIDE) {
      common.engine().tidy();
    }
    if (!isJson && part == null && forgotten == null) {
      sayWhatCouldBeAdded(err);
    }
    boolean isWhole = outcomes.totals().failed() == 0;
    if (!isWhole) {
      err.printf(
          Locale.ROOT,
          "warning: %,d could not be read; list them with %s%n",
          outcomes.totals().failed(),
          common.command("ledger --failed"));
    }
    return isWhole || !isStrict ? ExitCode.DONE : ExitCode.ERROR;
  }

  private void sayWhatCouldBeAdded(PrintWriter err) {
    try (SearchEngine engine = common.corrected(common.engine().searchAlone())) {
      Additions.of(engine).forEach(line -> err.println("could be added: " + line));
    }
  }

  private int makeVectors(PrintWriter err) throws JsonProcessingException {
    if (forgotten != null || isMoreAsked()) {
      throw new UsageException(
          "--vectors-only reads no articles: leave PATH and the other flags out");
    }
    EmbeddingModels models = CommonOptions.requireModels();
    Vectors.Report made = new SemanticPart(common.index(), err).update(models, true);
    String summary = isJson ? IndexingSummary.json(made) : SemanticPart.line(made);
    spec.commandLine().getOut().println(summary);
    return ExitCode.DONE;
  }

  private Indexing.Outcomes outcomes(PrintWriter err) {
    if (names == NameMode.DECIDE && !isUpdate && forgotten == null && part == null) {
      return decided();
    }
    if (forgotten == null) {
      try (HeapGrowth _ = HeapGrowth.limited()) {
        return read(new IndexingLog(err, Terminal.display()));
      }
    }
    if (isMoreAsked()) {
      throw new UsageException(
          "--forget cannot be combined: run index --forget PATH first, then the rest");
    }
    return Indexing.forget(common.index(), forgotten);
  }

  private boolean isMoreAsked() {
    boolean isRead = isUpdate || isJoining || part != null || !paths.isEmpty();
    return isRead || reading.isGiven() || names != NameMode.AS_IS || !furniture.isEmpty();
  }

  private Indexing.Outcomes read(IndexingLog log) {
    if (part == null && !isJoining) {
      return indexing().run(log);
    } else if (isUpdate || (part != null && isJoining)) {
      throw new UsageException(
          "--part reads a part for a rebuild, and --join rebuilds from all of them: give one of"
              + " them, and not --update");
    } else if (part != null && !furniture.isEmpty()) {
      throw new UsageException(
          "--furniture is for the whole archive: give it once the parts are joined, with --update");
    } else if (part != null) {
      Indexing.Outcomes read = new PartIndexing(indexing(), part).run(log);
      log.err().printf("part %s is read; once all are: %s%n", part, common.command("index --join"));
      return read;
    } else if (!paths.isEmpty()
        || reading.isGiven()
        || names != NameMode.AS_IS
        || !furniture.isEmpty()) {
      throw new UsageException(
          "--join reads nothing: what was read, and how, is known from the parts");
    }
    return PartIndexing.join(common.index(), isRemovalAllowed);
  }

  private Indexing.Outcomes decided() {
    if (!paths.isEmpty() || reading.isGiven()) {
      throw new UsageException(
          "--names=decide reads no articles: leave PATH out, or add --update to read changes"
              + " first");
    }
    if (!common.engine().findsNames()) {
      throw new UsageException(
          "No names were found in %s yet. Find them: %s"
              .formatted(PathName.of(common.index()), common.command("index --update --names")));
    }
    return Indexing.decideNames(common.index());
  }

  private Indexing indexing() {
    IndexingScope.Manner manner = reading.manner();
    List<Path> read = paths.isEmpty() && !isUpdate ? former() : paths;
    return new Indexing(common.index(), read, manner, isUpdate)
        .losing(isRemovalAllowed)
        .naming(names)
        .treating(furniture);
  }

  /**
   * The paths to index when the command names none. An empty list stands for the index's own
   * sources; a new index is built from the seeds. A named index folder is never filled with the
   * seeds, since its disk may not be mounted.
   */
  private List<Path> former() {
    if (!common.engine().sources().isEmpty()) {
      return List.of();
    }
    if (common.isIndexNamed() || common.engine().hasIndex()) {
      throw new UsageException(
          "It is not known what the index in %s is made from. Name the files and folders: %s"
              .formatted(PathName.of(common.index()), common.command("index PATH")));
    }
    return List.of(Home.seeds());
  }
}
