package broadsheet.web.words;

import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.article.PublicationDate;
import broadsheet.engine.words.WordGrouping;
import broadsheet.export.RecordTable;
import broadsheet.operation.Parameter;
import broadsheet.operation.Parameters;
import broadsheet.web.link.PlaceAddress;
import broadsheet.web.page.DateLabel;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.HitMoment;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines and rows of a page, each with the page it leads to. */
public record WordsRows(WordsParameters parameters) {

  /**
   * A line of a concordance.
   *
   * @param moment where its recording says it; null if it has none
   */
  public record Line(
      String href,
      DateLabel date,
      String source,
      String left,
      String match,
      String right,
      @Nullable HitMoment moment) {}

  /**
   * A column.
   *
   * @param href the page sorted by it; empty where it cannot be
   */
  public record Column(String label, String href, boolean isCurrent) {}

  /**
   * A row.
   *
   * @param href the lines of its first cell; empty for none
   * @param share the number by which rows are compared, in percent of the largest on the page
   */
  public record Row(String first, String href, List<String> cells, long share) {}

  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("word", "Word"),
          Map.entry("text", "Words"),
          Map.entry("observed", "Near a match"),
          Map.entry("expected", "Expected"),
          Map.entry("frequency", "In all"),
          Map.entry("logLikelihood", "Log-likelihood"),
          Map.entry("mi", "MI"),
          Map.entry("logDice", "logDice"),
          Map.entry("words", "Words"),
          Map.entry("articles", "Articles"),
          Map.entry("matches", "Matches"),
          Map.entry("perMillion", "Per million words"),
          Map.entry("count", "Times"),
          Map.entry("otherCount", "Elsewhere"),
          Map.entry("logRatio", "Log ratio"));

  /** The measures by which collocates are sorted, by column. */
  private static final Map<String, String> MEASURES =
      Map.of(
          "observed", "observed",
          "logLikelihood", "log-likelihood",
          "mi", "mi",
          "logDice", "log-dice");

  /** The column by which rows are compared, which stands right after their names. */
  private int compared(RecordTable<?> table) {
    String name =
        switch (parameters.kind()) {
          case COLLOCATES -> byMeasure();
          case FREQUENCIES -> "perMillion";
          case KEYWORDS -> "logLikelihood";
          case NGRAMS, WORDS -> "count";
        };
    return Math.max(1, table.names().indexOf(name));
  }

  private String byMeasure() {
    String measure = parameters.choices().text(Parameters.MEASURED_BY);
    return MEASURES.entrySet().stream()
        .filter(each -> each.getValue().equals(measure))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private static <T> List<T> moved(List<T> cells, int compared) {
    List<T> moved = new ArrayList<>(cells);
    moved.add(1, moved.remove(compared));
    return moved;
  }

  private static double number(Object cell) {
    return cell instanceof Number number ? number.doubleValue() : 0;
  }

  List<Line> lines(LinesView view) {
    return view.lines().stream().map(this::line).toList();
  }

  private Line line(LinesView.Line line) {
    String iso = line.publishedAt();
    SearchParameters search = SearchParameters.none().withText(shown(parameters.search().text()));
    return new Line(
        PlaceAddress.of(line.id(), search, line.part(), line.start()),
        DateLabel.of(iso == null ? PublicationDate.unknown() : PublicationDate.stated(iso)),
        Optional.ofNullable(line.source()).orElse(""),
        line.left(),
        line.match(),
        line.right(),
        HitMoment.of(line.id(), line.at(), search));
  }

  /** The query whose matches are lines. */
  private String shown(String asked) {
    String marked =
        parameters.kind() == WordsKind.WORDS ? parameters.choices().text(Parameters.MARKED) : "";
    return marked.isBlank() ? asked : marked;
  }

  List<Column> columns(RecordTable<?> table) {
    List<Column> columns = new ArrayList<>();
    for (String name : moved(table.names(), compared(table))) {
      String measure = parameters.kind() == WordsKind.COLLOCATES ? MEASURES.get(name) : null;
      columns.add(
          new Column(
              label(name),
              measure == null
                  ? ""
                  : parameters
                      .with(Map.of(Parameters.MEASURED_BY.label(), measure))
                      .after(parameters.kind().path()),
              measure != null
                  && measure.equals(parameters.choices().text(Parameters.MEASURED_BY))));
    }
    return columns;
  }

  private WordGrouping by() {
    return parameters.choices().choice(Parameters.BY, WordGrouping.class);
  }

  private String label(String name) {
    if (name.equals("value")) {
      return switch (by()) {
        case YEAR -> "Year";
        case MONTH -> "Month";
        case SOURCE -> "Source";
        case SECTION -> "Section";
      };
    }
    return LABELS.getOrDefault(name, name);
  }

  <R extends Record> List<Row> of(RecordTable<R> table) {
    int compared = compared(table);
    List<List<Optional<Object>>> rows =
        table.rows().stream().map(row -> moved(table.values(row), compared)).toList();
    double most = rows.stream().mapToDouble(row -> number(row.get(1).orElse(""))).max().orElse(0);
    return rows.stream().map(row -> row(row, most)).toList();
  }

  private Row row(List<Optional<Object>> row, double most) {
    List<String> cells = row.stream().map(WordsRows::printed).toList();
    String first = cells.getFirst();
    double share = most > 0 ? number(row.get(1).orElse("")) / most : 0;
    return new Row(
        first.isEmpty() ? "unknown" : first,
        href(first),
        cells.subList(1, cells.size()),
        Math.max(0, Math.round(100 * share)));
  }

  private static String printed(Optional<Object> value) {
    return switch (value.orElse("")) {
      case Double number -> FormattedCount.number(Math.round(100 * number) / 100.0);
      case Number count -> FormattedCount.of(count.longValue());
      case Object text -> text.toString();
    };
  }

  /** The lines that a row counts; empty where no address has exactly those. */
  private String href(String value) {
    List<QueryString.Pair> pairs = new ArrayList<>(parameters.asked().pairs());
    switch (parameters.kind()) {
      case COLLOCATES -> {
        add(pairs, Parameters.NEAR_WORD, value);
        Stream.of(Parameters.LEFT, Parameters.RIGHT, Parameters.SPAN)
            .filter(parameters.choices()::isOn)
            .forEach(each -> add(pairs, each, parameters.choices().text(each)));
      }
      case KEYWORDS, NGRAMS -> add(pairs, Parameters.MARKED, '"' + value + '"');
      case FREQUENCIES -> {
        QueryString within = value.isEmpty() ? null : within(parameters.asked(), value);
        return within == null ? "" : within.after(WordsKind.WORDS.path());
      }
      case WORDS -> {}
    }
    return new QueryString(pairs).after(WordsKind.WORDS.path());
  }

  private static void add(List<QueryString.Pair> pairs, Parameter parameter, String value) {
    pairs.add(new QueryString.Pair(parameter.label(), value));
  }

  private @Nullable QueryString within(QueryString query, String value) {
    List<QueryString.Pair> pairs = new ArrayList<>(query.pairs());
    if (by() == WordGrouping.MONTH) {
      if (parameters.search().filters().from().isPresent()
          || parameters.search().filters().to().isPresent()) {
        return null;
      }
      YearMonth month = YearMonth.parse(value);
      pairs.add(new QueryString.Pair(Parameters.FROM.label(), month.atDay(1).toString()));
      pairs.add(new QueryString.Pair(Parameters.TO.label(), month.atEndOfMonth().toString()));
    } else {
      pairs.add(new QueryString.Pair(by().label(), value));
    }
    return new QueryString(pairs);
  }
}
