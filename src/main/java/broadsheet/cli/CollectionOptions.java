package broadsheet.cli;

import broadsheet.engine.SearchMode;
import broadsheet.evaluate.MeasuredCollection;
import broadsheet.evaluate.TestCollection;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measuring several collections in one go. */
final class CollectionOptions {

  @Parameters(
      paramLabel = "COLLECTION",
      arity = "0..*",
      description =
          "Folders, each with topics.tsv or queries.tsv, qrels.txt, and articles in any other"
              + " files.")
  private List<Path> folders = List.of();

  @Option(
      names = "--semantic",
      description =
          "With COLLECTION: makes vectors as well, and measures broadsheet-hybrid beside"
              + " broadsheet.")
  private boolean isSemantic;

  @Option(
      names = "--measure",
      paramLabel = "MEASURE",
      description =
          "With COLLECTION: the measure of the table: nDCG@10, MAP, P@10, MRR or Recall@100; may"
              + " be given several times. Default: nDCG@10.")
  private List<String> measures = List.of();

  @Option(names = "--markdown", description = "With COLLECTION: prints the table in Markdown.")
  private boolean isMarkdown;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description =
          "With COLLECTION: keeps the index of each in DIR, in a folder of the collection's name.")
  private @Nullable Path keep;

  /** Whether collections are asked for at all. */
  boolean areGiven() {
    return !folders.isEmpty();
  }

  /**
   * Measures each collection and prints what came out.
   *
   * @param limit how long one topic may take
   * @param mode hybrid to measure that as well
   */
  void measure(CommandLine command, Duration limit, SearchMode mode, boolean isJson)
      throws JsonProcessingException {
    boolean isHybrid = isSemantic || mode == SearchMode.HYBRID;
    List<TestCollection> read = folders.stream().map(TestCollection::read).toList();
    CollectionMeasurement measurement =
        new CollectionMeasurement(command.getErr(), limit, isHybrid, Optional.ofNullable(keep));
    List<MeasuredCollection> measured = read.stream().map(measurement::of).toList();
    CollectionReport report = new CollectionReport(measured, CollectionReport.measures(measures));
    PrintWriter out = command.getOut();
    out.println(isJson ? report.json() : report.text(isMarkdown));
  }
}
