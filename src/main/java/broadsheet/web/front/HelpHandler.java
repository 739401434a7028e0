package broadsheet.web.front;

import broadsheet.address.SearchParameters;
import broadsheet.engine.ArchiveFields;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Renderer;
import io.javalin.http.Context;
import java.util.List;

/** Answers {@code /help}. */
public record HelpHandler(Archive archive, Renderer renderer, ArchiveFields fields) {

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return List.of(Operation.page(HelpPage.PATH, "Read about the query language"));
  }

  public void html(Context context) {
    PageFrame frame = renderer.assets().frame("Search tips", "help.css", SearchParameters.none());
    HelpPage page = HelpPage.of(frame, archive.latest(), archive.engine().summary(), fields.all());
    Body.send(context, renderer.html("help", page));
  }
}
