package broadsheet.web.names;

import broadsheet.address.SearchParameters;
import broadsheet.desk.DeskException;
import broadsheet.desk.NameCorrections.Numbered;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Renderer;
import broadsheet.web.request.Access;
import io.javalin.http.Context;
import java.util.List;

/** Answers with the corrections of names, each of which can be undone. Thread-safe. */
public final class CorrectionsHandler {

  public static final String PATH = "/names";

  private final Archive archive;
  private final Renderer renderer;
  private final Access access;

  /**
   * @param access decides who may correct names
   */
  public CorrectionsHandler(Archive archive, Renderer renderer, Access access) {
    this.archive = archive;
    this.renderer = renderer;
    this.access = access;
  }

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return List.of(Operation.page(PATH, "See how names were corrected"));
  }

  public void html(Context context) {
    boolean mayChange = mayChange(access, context);
    PageFrame frame =
        renderer.assets().frame("Corrections of names", "alerts.css", SearchParameters.none());
    List<Correction> newestFirst =
        all(archive, context).reversed().stream().map(Correction::of).toList();
    Body.send(
        context, renderer.html("corrections", new CorrectionsPage(frame, newestFirst, mayChange)));
  }

  /** Whether this reader may correct names; prepares the answer for a form. */
  static boolean mayChange(Access access, Context context) {
    boolean mayChange = access.mayChange(context);
    if (mayChange) {
      // Under the policy of other pages, the browser may not say where the form it sends comes
      // from.
      context.header("Referrer-Policy", "same-origin");
    }
    return mayChange;
  }

  static List<Numbered> all(Archive archive, Context context) {
    try {
      return archive.lists().desk(context).names().all();
    } catch (DeskException e) {
      throw NameChanges.refusal(e);
    }
  }
}
