package broadsheet.web;

import broadsheet.engine.IndexLedger;
import broadsheet.engine.SearchRequest;
import broadsheet.ledger.LedgerTotals;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Answers {@code /corpus} and {@code /corpus.json}. */
final class CorpusHandler {

  private static final String SHOW = "show";
  private static final int SIZE = 100;

  private final Archive archive;
  private final Renderer renderer;

  CorpusHandler(Archive archive, Renderer renderer) {
    this.archive = archive;
    this.renderer = renderer;
  }

  private record Asked(CorpusView view, LedgerPart part, LedgerTotals totals) {}

  void html(Context context) {
    Asked asked = asked(context);
    PageFrame frame = renderer.assets().frame("The archive", "corpus.css", SearchParameters.none());
    Answers.send(
        context,
        renderer.html("corpus", CorpusPage.of(frame, asked.view(), asked.part(), asked.totals())));
  }

  void json(Context context) {
    Answers.send(context, renderer.json(asked(context).view()));
  }

  private Asked asked(Context context) {
    QueryString given = QueryString.parse(context.queryString());
    IndexLedger ledger = archive.engine().ledger();
    LedgerTotals totals = ledger.totals();
    LedgerPart part = part(given, totals);
    int page = new ParameterReader(given).ledgerPage(SearchRequest.MAX_DEPTH / SIZE);
    CorpusView view = CorpusView.of(archive.engine().summary(), ledger, part, page, SIZE);
    return new Asked(view, part, totals);
  }

  /** What could not be read, where there is such; else the files. */
  private static LedgerPart part(QueryString given, LedgerTotals totals) {
    List<String> wanted = given.filled(SHOW);
    if (wanted.isEmpty()) {
      return totals.failed() > 0 ? LedgerPart.FAILED : LedgerPart.FILES;
    }
    Optional<LedgerPart> part = LedgerPart.named(wanted.getFirst());
    return part.orElseThrow(
        () ->
            new Refusal(
                Problem.badRequest(
                    "show takes one of %s, not “%s”."
                        .formatted(
                            LedgerPart.names(), ParameterReader.shortened(wanted.getFirst())))));
  }
}
