package broadsheet.web.front;

import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.engine.ArchiveFields;
import broadsheet.engine.IndexSummary;
import broadsheet.engine.result.SearchResults;
import broadsheet.operation.Parameters;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.ArchiveExamples;
import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Renderer;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Answers {@code /}. */
public final class HomeHandler {
  private final Archive archive;
  private final Renderer renderer;
  private final FrontFacts facts;
  private final ArchiveExamples examples;
  private final boolean isIndexing;

  /**
   * @param isIndexing whether readers who may make changes may add folders
   * @param fields those that articles of the archive have
   */
  public HomeHandler(
      Archive archive,
      Renderer renderer,
      ArchiveExamples examples,
      boolean isIndexing,
      ArchiveFields fields) {
    this.archive = archive;
    this.renderer = renderer;
    this.examples = examples;
    this.isIndexing = isIndexing;
    facts = new FrontFacts(archive.engine(), fields);
  }

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return List.of(Operation.page("/", "See the front page"));
  }

  /** Shows the front page, or the results if the address has a query: {@code /?q=pier}. */
  public void html(Context context) {
    QueryString given = QueryString.parse(context.queryString());
    if (given.filled(Parameters.Q.label()).isEmpty()) {
      front(context);
    } else {
      context.redirect(given.after("/search"), HttpStatus.FOUND);
    }
  }

  private void front(Context context) {
    PageFrame frame =
        renderer
            .assets()
            .frame("Broadsheet", "home.css", SearchParameters.none(), "copy.js", "recent.js");
    IndexSummary summary = archive.engine().summary();
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    SearchResults all = archive.overview();
    boolean mayAdd = isIndexing && archive.lists().access().mayChange(context);
    HomePage page =
        HomePage.of(frame, summary, all, facts.of(summary, all, today), examples.few(), mayAdd);
    Body.send(context, renderer.html("home", page));
  }
}
