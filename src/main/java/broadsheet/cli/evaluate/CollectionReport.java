package broadsheet.cli.evaluate;

import broadsheet.cli.common.UsageException;
import broadsheet.evaluate.Evaluation;
import broadsheet.evaluate.MeanDifference;
import broadsheet.evaluate.Measure;
import broadsheet.evaluate.MeasuredCollection;
import broadsheet.evaluate.RankingComparison;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The report on several collections: for each measure and each ranking of ours, a table with a line
 * per collection and one for their mean.
 *
 * @param collections at least one, all with the same rankings of ours
 * @param measures those in the tables; the JSON has all
 */
record CollectionReport(List<MeasuredCollection> collections, List<Measure> measures) {

  private static final String MEAN = "mean";
  private static final String NONE = "";
  private static final double SMALLEST_P = 0.001;

  /**
   * The measures with these names, in any case. The default is nDCG@10, plus MRR with known items.
   *
   * @throws UsageException if a name is not a measure
   */
  static List<Measure> measures(List<String> names, boolean areItemsKnown) {
    List<Measure> usual = List.of(Measure.NDCG_10, Measure.RECIPROCAL_RANK);
    return names.isEmpty()
        ? usual.subList(0, areItemsKnown ? usual.size() : 1)
        : names.stream().map(CollectionReport::measure).toList();
  }

  private static Measure measure(String name) {
    return Arrays.stream(Measure.values())
        .filter(measure -> measure.label().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> new UsageException(name + " is not one of " + labels() + "."));
  }

  private static String labels() {
    return Arrays.stream(Measure.values()).map(Measure::label).collect(Collectors.joining(", "));
  }

  String text(boolean isMarkdown) {
    return measures.stream()
        .flatMap(measure -> own().map(ranking -> titled(ranking, measure, isMarkdown)))
        .collect(Collectors.joining(System.lineSeparator().repeat(2)));
  }

  private String titled(String ranking, Measure measure, boolean isMarkdown) {
    TextTable table = table(ranking, measure);
    return "%s of %s%s:%n%n%s"
        .formatted(
            measure.label(),
            ranking,
            isCompared() ? ", against the best plain ranking of each collection" : "",
            isMarkdown ? table.markdown() : table.text());
  }

  private boolean isCompared() {
    return !collections.getFirst().baselines().isEmpty();
  }

  private Stream<String> own() {
    return collections.getFirst().own().stream().map(Evaluation::name);
  }

  /** This ranking first, then all others that any collection has. */
  private List<String> columns(String ranking) {
    return Stream.concat(
            Stream.of(ranking),
            collections.stream().flatMap(MeasuredCollection::all).map(Evaluation::name))
        .distinct()
        .toList();
  }

  private TextTable table(String ranking, Measure measure) {
    List<String> columns = columns(ranking);
    List<String> head = new ArrayList<>(List.of("collection", "topics"));
    head.addAll(columns);
    if (isCompared()) {
      head.addAll(List.of("difference", "95 % interval", "p"));
    }
    List<List<String>> lines = new ArrayList<>();
    for (MeasuredCollection collection : collections) {
      lines.add(line(collection.name(), List.of(collection), columns, measure));
    }
    if (collections.size() > 1) {
      lines.add(line(MEAN, collections, columns, measure));
    }
    return new TextTable(head, lines);
  }

  private List<String> line(
      String name, List<MeasuredCollection> of, List<String> columns, Measure measure) {
    List<String> cells = new ArrayList<>();
    cells.add(name);
    cells.add(Integer.toString(of.stream().mapToInt(MeasuredCollection::topics).sum()));
    columns.forEach(column -> cells.add(mean(of, column, measure)));
    if (isCompared()) {
      MeanDifference difference = difference(of, columns.getFirst(), measure);
      cells.add(signed(difference.mean()));
      cells.add(
          signed(difference.interval().low()) + " to " + signed(difference.interval().high()));
      cells.add(chance(difference.pValue()));
    }
    return cells;
  }

  /** The mean of the collections' means; blank if one of them lacks that ranking. */
  private static String mean(List<MeasuredCollection> of, String ranking, Measure measure) {
    if (!of.stream().allMatch(collection -> collection.ranking(ranking).isPresent())) {
      return NONE;
    }
    OptionalDouble mean =
        of.stream()
            .flatMap(collection -> collection.ranking(ranking).stream())
            .mapToDouble(evaluation -> evaluation.mean(measure))
            .average();
    return String.format(Locale.ROOT, "%.4f", mean.orElseThrow());
  }

  private static MeanDifference difference(
      List<MeasuredCollection> of, String ranking, Measure measure) {
    List<RankingComparison> comparisons =
        of.stream().map(collection -> collection.againstBestBaseline(ranking, measure)).toList();
    return MeanDifference.over(comparisons, measure);
  }

  private static String chance(double pValue) {
    return pValue < SMALLEST_P ? "<" + SMALLEST_P : String.format(Locale.ROOT, "%.3f", pValue);
  }

  private static String signed(double value) {
    return String.format(Locale.ROOT, "%+.4f", value);
  }

  /** All measures of all rankings, and the differences from each of ours. */
  String json() throws JsonProcessingException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("collections", collections.stream().map(this::fields).toList());
    fields.put("mean", differences(collections));
    return new ObjectMapper().writeValueAsString(fields);
  }

  private Map<String, Object> fields(MeasuredCollection collection) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("collection", collection.name());
    fields.put("topics", collection.topics());
    fields.put("rankings", collection.all().map(CollectionReport::means).toList());
    fields.put("differences", differences(List.of(collection)));
    return fields;
  }

  private static Map<String, Object> means(Evaluation evaluation) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", evaluation.name());
    for (Measure measure : Measure.values()) {
      fields.put(measure.label(), EvaluationReport.rounded(evaluation.mean(measure)));
    }
    return fields;
  }

  private List<Map<String, Object>> differences(List<MeasuredCollection> of) {
    return isCompared() ? own().map(ranking -> differences(of, ranking)).toList() : List.of();
  }

  private static Map<String, Object> differences(List<MeasuredCollection> of, String ranking) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("ranking", ranking);
    for (Measure measure : Measure.values()) {
      fields.put(measure.label(), EvaluationReport.fields(difference(of, ranking, measure)));
    }
    return fields;
  }
}
