package broadsheet.web.front;

import broadsheet.address.SearchParameters;
import broadsheet.engine.IndexSummary;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Renderer;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Answers {@code /}. */
public final class HomeHandler {
  private final Archive archive;
  private final Renderer renderer;
  private final FrontFacts facts;

  public HomeHandler(Archive archive, Renderer renderer) {
    this.archive = archive;
    this.renderer = renderer;
    facts = new FrontFacts(archive.engine());
  }

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return List.of(Operation.page("/", "See the front page"));
  }

  public void html(Context context) {
    PageFrame frame = renderer.assets().frame("Broadsheet", "home.css", SearchParameters.none());
    IndexSummary summary = archive.engine().summary();
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    HomePage page = HomePage.of(frame, summary, archive.overview(), facts.of(summary, today));
    Body.send(context, renderer.html("home", page));
  }
}
