package broadsheet.web.words;

import broadsheet.address.ParameterValues;
import broadsheet.engine.words.Concordance;
import broadsheet.engine.words.ConcordanceRequest;
import broadsheet.engine.words.LineOrder;
import broadsheet.engine.words.LineSample;
import broadsheet.engine.words.NearWord;
import broadsheet.engine.words.WordSet;
import broadsheet.engine.words.Workbench;
import broadsheet.export.CsvWriter;
import broadsheet.export.RecordTable;
import broadsheet.operation.Parameter;
import broadsheet.operation.Parameters;
import broadsheet.query.QueryNode;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.QueryView;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Asks for the lines of a concordance, and makes a table of them. */
public record LineTable(WordsParameters parameters, Function<String, QueryNode> parser) {

  private ParameterValues choices() {
    return parameters.choices();
  }

  /**
   * The request for a page.
   *
   * @param after continues behind an earlier page; empty for the first
   * @param size the most lines
   */
  ConcordanceRequest request(WordSet set, Optional<String> after, int size) {
    return new ConcordanceRequest(
        set,
        choices().choice(Parameters.LINE_ORDER, LineOrder.class),
        size,
        after,
        choices().number(Parameters.CONTEXT),
        then(),
        text(Parameters.NEAR_WORD).map(word -> new NearWord(word, window())),
        sample(),
        text(Parameters.MARKED).map(parser));
  }

  private Optional<String> text(Parameter parameter) {
    return Optional.of(choices().text(parameter)).filter(text -> !text.isBlank());
  }

  private List<LineOrder> then() {
    return Stream.of(Parameters.SECOND_ORDER, Parameters.THIRD_ORDER)
        .flatMap(level -> choices().chosen(level, LineOrder.class).stream())
        .toList();
  }

  private NearWord.Window window() {
    return new NearWord.Window(
        choices().number(Parameters.LEFT),
        choices().number(Parameters.RIGHT),
        choices().isOn(Parameters.SPAN));
  }

  private Optional<LineSample> sample() {
    LineSample sample =
        new LineSample(
            choices().number(Parameters.SAMPLE),
            choices().number(Parameters.THIN),
            choices().number(Parameters.SEED));
    boolean isAny = choices().isOn(Parameters.SAMPLE) || choices().isOn(Parameters.THIN);
    return isAny ? Optional.of(sample) : Optional.empty();
  }

  /** The page that is asked for. */
  WordsTable page(WordSet set, QueryView query, Workbench workbench) {
    Optional<String> after = text(Parameters.AFTER);
    ConcordanceRequest request = request(set, after, choices().number(Parameters.LINES));
    Concordance found = workbench.concordance(request);
    // in an order by article, a full page needs no more articles
    boolean tellsExtent =
        !request.isPlain() || request.order().isByWords() || !found.extent().isAll();
    List<String> notes =
        WordsTable.notes(found.notes(), Optional.of(found.extent()).filter(_ -> tellsExtent));
    FormsView forms =
        parameters.isOfAllMatches() && after.isEmpty() ? FormsView.of(set, workbench) : null;
    LinesView view = LinesView.of(found, query.and(notes), forms);
    return new WordsTable(
        view,
        new RecordTable<>(LinesView.Line.class, view.lines()),
        facts(found, after.isEmpty()),
        notes,
        found.next());
  }

  private static String drawn(LineSample sample) {
    String share = sample.percent() < 100 ? " from " + sample.percent() + "% of all" : "";
    return share + " with seed " + sample.seed();
  }

  private List<String> facts(Concordance found, boolean isFirst) {
    List<String> facts = new ArrayList<>();
    String shown = FormattedCount.of(found.lines().size());
    String lines =
        found.total().isPresent()
            ? FormattedCount.of(
                found.total().getAsLong(), parameters.isOfAllMatches() ? "match" : "line")
            : isFirst ? "Lines 1–" + shown : shown + " more lines";
    facts.add(lines + ", from " + FormattedCount.of(found.extent().of(), "article"));
    sample().ifPresent(sample -> facts.add("drawn at random" + drawn(sample)));
    text(Parameters.NEAR_WORD).ifPresent(word -> facts.add("each with “%s” near".formatted(word)));
    return facts;
  }

  /**
   * Writes all lines in their order, from the first, as a table.
   *
   * @param out gets the rows while they are made; is not closed
   * @param afterEach called after each line, so that other work may go first
   * @return the number of lines
   */
  public long write(Workbench workbench, OutputStream out, Runnable afterEach) throws IOException {
    WordSet set = parameters.set(parser.apply(parameters.search().text()));
    CsvWriter rows = new CsvWriter(out, new RecordTable<>(LinesView.Line.class, List.of()).names());
    long written = 0;
    Optional<String> next = Optional.empty();
    do {
      Concordance page = workbench.concordance(request(set, next, ConcordanceRequest.MOST_LINES));
      List<LinesView.Line> lines = page.lines().stream().map(LinesView.Line::of).toList();
      for (List<String> row : new RecordTable<>(LinesView.Line.class, lines).cells()) {
        rows.write(row);
        afterEach.run();
      }
      written += lines.size();
      next = page.next();
    } while (next.isPresent());
    rows.finish();
    return written;
  }
}
