package broadsheet.assistant;

import broadsheet.address.ParameterValues;
import broadsheet.engine.LookedAt;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Filters;
import broadsheet.engine.words.Concordance;
import broadsheet.engine.words.ConcordanceRequest;
import broadsheet.engine.words.LineOrder;
import broadsheet.engine.words.LineSample;
import broadsheet.engine.words.WordSet;
import broadsheet.operation.ArchiveOperation;
import broadsheet.operation.Parameters;
import broadsheet.query.ParsedQuery;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists the matches of a query in context (KWIC), one line each. */
final class ContextTool implements ArchiveTool {
  private static final int CHARACTERS = 80;

  private final ArticleLinks links;

  ContextTool(ArticleLinks links) {
    this.links = links;
  }

  /**
   * Places in the texts of articles.
   *
   * @param lines the number of lines in all; null if not all were counted
   * @param isSample whether only a sample of the articles was read
   * @param clauses if nothing matches: what each part of the query finds alone
   * @param lookedAt the articles among which nothing was found; null if something was
   */
  record Answer(
      QueryRead query,
      @Nullable Long lines,
      boolean isSample,
      List<PartFound> clauses,
      @Nullable String lookedAt,
      List<Line> places) {}

  /**
   * One place.
   *
   * @param id the id of the article
   * @param date empty if unknown
   * @param link the page of the article; null if the server’s address is not known
   */
  record Line(
      String id,
      String title,
      String date,
      String source,
      String left,
      String match,
      String right,
      @Nullable String link) {}

  @Override
  public ArchiveOperation operation() {
    return ArchiveOperation.WORDS_IN_CONTEXT;
  }

  @Override
  public String description() {
    return "Lists the places in this news archive where a query matches, one line each with the"
        + " text before and after it, sorted by the neighbouring words or by date. Use it to"
        + " see how a word or phrase is used. Words are counted as typed unless “endings” is"
        + " any. Only text that stands there is returned.";
  }

  @Override
  public Answer answer(ToolCall call, SearchEngine engine) {
    ParsedQuery query = call.query();
    Filters filters = call.filters();
    ParameterValues values = call.values();
    LineOrder order = values.choice(Parameters.LINE_ORDER, LineOrder.class);
    Concordance found =
        engine
            .workbench()
            .concordance(
                new ConcordanceRequest(
                    new WordSet(query.root(), filters, true, !values.isOn(Parameters.ENDINGS)),
                    order,
                    values.number(Parameters.LINES),
                    Optional.empty(),
                    CHARACTERS,
                    List.of(),
                    Optional.empty(),
                    sample(values),
                    Optional.empty()));
    return new Answer(
        QueryRead.of(query, found.notes()),
        found.total().isPresent() ? Long.valueOf(found.total().getAsLong()) : null,
        (order.isByWords() || values.isOn(Parameters.SAMPLE)) && !found.extent().isExact(),
        PartFound.ofNothing(found.lines().size(), query.root(), filters, engine),
        found.lines().size() > 0 || !found.extent().isExact()
            ? null
            : LookedAt.in(engine, query.root(), filters),
        found.lines().stream().map(this::line).toList());
  }

  private static Optional<LineSample> sample(ParameterValues values) {
    return values.isOn(Parameters.SAMPLE)
        ? Optional.of(
            new LineSample(values.number(Parameters.SAMPLE), 100, values.number(Parameters.SEED)))
        : Optional.empty();
  }

  private Line line(Concordance.Line line) {
    return new Line(
        line.id(),
        line.title(),
        line.publishedAt().iso(),
        line.source(),
        line.left(),
        line.match(),
        line.right(),
        links.to(line.id()));
  }
}
