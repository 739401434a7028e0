package broadsheet.web.lists;

import broadsheet.address.SearchParameters;
import broadsheet.desk.Actor;
import broadsheet.desk.DeskException;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.ReaderLists;
import broadsheet.web.page.Renderer;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code /desk}: what a reader keeps here, and what else is done at a desk. Thread-safe.
 */
public record DeskHandler(Archive archive, Renderer renderer) {
  public static final String PATH = "/desk";

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return List.of(Operation.page(PATH, "See what you keep, and what else is done at a desk"));
  }

  public void html(Context context) {
    PageFrame frame = renderer.assets().frame("My desk", "lists.css", SearchParameters.none());
    ReaderLists kept = archive.lists();
    Actor actor = kept.actor(context);
    try {
      Integer lists =
          kept.isOpen(context) ? kept.lists(context).all(kept.user(context)).size() : null;
      long alerts = kept.desk(context).searches().all().stream().filter(actor::owns).count();
      Body.send(context, renderer.html("desk", new DeskPage(frame, lists, alerts)));
    } catch (DeskException e) {
      throw ReaderLists.unavailable(e);
    }
  }

  /**
   * The page of a reader's desk.
   *
   * @param lists how many lists the reader can see; null if no lists are kept for this reader
   * @param alerts how many alerts the reader has
   */
  public record DeskPage(PageFrame frame, @Nullable Integer lists, long alerts) {}
}
