package broadsheet.web.corpus;

import broadsheet.address.ParameterReader;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import broadsheet.address.SearchParameters;
import broadsheet.engine.Additions;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Coverage;
import broadsheet.ledger.LedgerTotals;
import broadsheet.operation.Parameter;
import broadsheet.operation.Parameters;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Renderer;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers {@code /corpus}, {@code /corpus.json} and {@code /corpus/files}.
 *
 * @param trouble why the archive is not being kept up to date; gives an empty text if it is
 */
public record CorpusHandler(Archive archive, Renderer renderer, Supplier<String> trouble) {

  private static final Parameter SHOW =
      Parameter.word(
          "show",
          "the part of the ledger; failed by default, or files if nothing failed",
          Arrays.stream(LedgerPart.values()).map(LedgerPart::label).toList());
  private static final String PERIOD = "period";
  private static final int SIZE = 100;
  private static final Parameter PAGE = Parameters.PAGE.within(1, SearchRequest.MAX_DEPTH / SIZE);

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    Parameter period = Parameter.text(PERIOD, Period.TAKES);
    return List.of(
        Operation.page(CorpusPage.PATH, "See what the archive contains").taking(List.of(period)),
        Operation.page(LedgerPage.PATH, "See what became of every file")
            .taking(List.of(SHOW, PAGE)),
        Operation.get(CorpusPage.PATH + ".json", "Count the archive by source and month")
            .taking(List.of(SHOW, PAGE, period))
            .answeringJson(CorpusView.class));
  }

  private record Asked(CorpusView view, Calendar calendar, LedgerPart part, LedgerTotals totals) {}

  public void html(Context context) {
    Asked asked = asked(context);
    PageFrame frame = frame("Archive");
    List<String> additions = frame.rooms().mayChange() ? Additions.of(archive.engine()) : List.of();
    CorpusPage.Notices notices = new CorpusPage.Notices(additions, trouble.get());
    CorpusPage page = CorpusPage.of(frame, asked.view(), asked.calendar(), asked.totals(), notices);
    Body.send(context, renderer.html("corpus", page));
  }

  /** Answers with the page of the ledger. */
  public void files(Context context) {
    Asked asked = asked(context);
    LedgerPage page = LedgerPage.of(frame("Ledger"), asked.view(), asked.part(), asked.totals());
    Body.send(context, renderer.html("ledger", page));
  }

  private PageFrame frame(String title) {
    return renderer.assets().frame(title, "corpus.css", SearchParameters.none());
  }

  public void json(Context context) {
    Body.send(context, renderer.json(asked(context).view()));
  }

  private Asked asked(Context context) {
    QueryString given = QueryString.parse(context.queryString());
    LedgerTotals totals = archive.engine().ledger().totals();
    LedgerPart usual = totals.failed() > 0 ? LedgerPart.FAILED : LedgerPart.FILES;
    ParameterReader reader = new ParameterReader(given);
    LedgerPart part = reader.choice(SHOW.usually(usual.label()), LedgerPart.class);
    int page = reader.number(PAGE);
    reader.refuseComplaints();
    Optional<Period> period = period(given);
    Coverage coverage = archive.engine().coverage();
    CorpusView view = CorpusView.of(archive.engine(), coverage, part, page, SIZE);
    return new Asked(view, Calendar.of(coverage, period), part, totals);
  }

  /** The part of the calendar to show; empty for the whole. */
  private static Optional<Period> period(QueryString given) {
    return given.filled(PERIOD).stream()
        .findFirst()
        .map(
            wanted ->
                Period.parse(wanted.strip())
                    .orElseThrow(() -> Refusal.of(PERIOD, Period.TAKES, wanted)));
  }
}
