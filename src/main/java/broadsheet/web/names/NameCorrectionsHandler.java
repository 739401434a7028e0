package broadsheet.web.names;

import broadsheet.address.SearchParameters;
import broadsheet.desk.DeskException;
import broadsheet.names.NameCorrection;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Renderer;
import broadsheet.web.request.Access;
import io.javalin.http.Context;
import java.util.List;

/**
 * Answers with the corrections of names, each of which can be undone. Thread-safe.
 *
 * @param access decides who may correct names
 */
public record NameCorrectionsHandler(Archive archive, Renderer renderer, Access access) {

  public static final String PATH = NamesHandler.PATH + "/corrections";

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return List.of(Operation.page(PATH, "See how names were corrected"));
  }

  public void html(Context context) {
    boolean mayChange = access.mayChangeByForm(context);
    PageFrame frame =
        renderer.assets().frame("Corrections of names", "alerts.css", SearchParameters.none());
    List<Correction> newestFirst =
        all(archive, context).reversed().stream().map(Correction::of).toList();
    Body.send(
        context, renderer.html("corrections", new CorrectionsPage(frame, newestFirst, mayChange)));
  }

  /** The corrections in collections that the reader may read; one that is in several, once. */
  static List<NameCorrection> all(Archive archive, Context context) {
    try {
      return archive.lists().desk(context).names().corrections().stream()
          .map(each -> each.in(""))
          .distinct()
          .toList();
    } catch (DeskException e) {
      throw NameChanges.refusal(e);
    }
  }

  /**
   * The page of all corrections of names.
   *
   * @param corrections the newest first
   * @param mayChange whether the reader may undo them
   */
  public record CorrectionsPage(PageFrame frame, List<Correction> corrections, boolean mayChange) {

    public CorrectionsPage {
      corrections = List.copyOf(corrections);
    }
  }
}
