package broadsheet.cli.evaluate;

import broadsheet.engine.request.SearchMode;
import broadsheet.evaluate.MeasuredCollection;
import broadsheet.evaluate.TestCollection;
import broadsheet.evaluate.TopicPart;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options for measuring several collections at once. */
final class CollectionOptions {

  @Parameters(
      paramLabel = "COLLECTION",
      arity = "0..*",
      description =
          "Folders that each hold topics.tsv or queries.tsv, qrels.txt, and articles in any other"
              + " files. With --known-items, folders with only articles as well.")
  private List<Path> folders = List.of();

  @Option(
      names = "--known-items",
      paramLabel = "N",
      description =
          "Draws N articles from each COLLECTION without topics, or from the index if no COLLECTION"
              + " is given, and measures how well each is found again by its headline, every other"
              + " word of it, the first eight words of its lead, two rare words, and its middle"
              + " paragraph. A reprint counts as the article.")
  private int knownItems;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "With --known-items: the random seed for the draw. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--semantic",
      description =
          "With COLLECTION: also makes vectors, and measures broadsheet-hybrid as well as"
              + " broadsheet.")
  private boolean isSemantic;

  @Option(
      names = "--measure",
      paramLabel = "MEASURE",
      description =
          "With COLLECTION: the measure in the table: nDCG@10, MAP, P@10, MRR or Recall@100; may"
              + " be repeated. Default: nDCG@10.")
  private List<String> measures = List.of();

  @Option(names = "--markdown", description = "With COLLECTION: prints the table in Markdown.")
  private boolean isMarkdown;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "With COLLECTION: keeps the index of each in DIR, in a folder named after it.")
  private @Nullable Path keep;

  /** Whether collections, or topics made from the index, are requested. */
  boolean areGiven() {
    return !folders.isEmpty() || knownItems > 0;
  }

  /**
   * Measures each collection and prints the results.
   *
   * @param measurement measures one collection
   * @param part the part of the topics to measure
   * @param index the index to draw known items from if no folder is given
   */
  void measure(
      CommandLine command,
      CollectionMeasurement measurement,
      TopicPart part,
      Path index,
      boolean isJson)
      throws JsonProcessingException {
    List<Supplier<List<MeasuredCollection>>> measuring =
        folders.isEmpty()
            ? List.of(() -> measurement.of(index, knownItems(index, part)))
            : folders.stream().map(folder -> measuring(folder, part, measurement)).toList();
    List<MeasuredCollection> measured =
        measuring.stream().flatMap(each -> each.get().stream()).toList();
    CollectionReport report =
        new CollectionReport(measured, CollectionReport.measures(measures, knownItems > 0));
    PrintWriter out = command.getOut();
    out.println(isJson ? report.json() : report.text(isMarkdown));
  }

  /**
   * Prepares the measuring, so that problems with a collection's files are reported before anything
   * is indexed.
   */
  private Supplier<List<MeasuredCollection>> measuring(
      Path folder, TopicPart part, CollectionMeasurement measurement) {
    String name = TestCollection.name(folder);
    if (knownItems > 0 && !TestCollection.isIn(folder)) {
      List<Path> documents = TestCollection.documents(folder);
      return () -> measurement.of(name, documents, knownItems(folder, part));
    }
    TestCollection collection = TestCollection.read(folder).in(part);
    return () -> measurement.of(name, collection.documents(), _ -> List.of(collection.topics()));
  }

  private CollectionMeasurement.TopicSource knownItems(Path archive, TopicPart part) {
    KnownItems items = new KnownItems(knownItems, seed);
    return engine -> items.of(TestCollection.name(archive), engine, part);
  }

  CollectionMeasurement measurement(
      PrintWriter err, Duration limit, SearchMode mode, boolean isCompared) {
    boolean isHybrid = isSemantic || mode == SearchMode.HYBRID;
    return new CollectionMeasurement(err, limit, isHybrid, isCompared, Optional.ofNullable(keep));
  }
}
