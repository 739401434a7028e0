package broadsheet.web.corpus;

import broadsheet.address.Problem;
import broadsheet.address.Refusal;
import broadsheet.address.SearchParameters;
import broadsheet.operation.Parameter;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Renderer;
import broadsheet.web.request.Access;
import broadsheet.web.request.FormBody;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Answers {@code /corpus/add}: a form that adds a folder of the server's machine to the archive,
 * and how far that is. Open only to clients that may make changes.
 */
public record IndexingHandler(FolderIndexing indexing, Renderer renderer, Access access) {
  public static final String PATH = CorpusPage.PATH + "/add";

  private static final String FOLDER = "folder";
  private static final String HOME = "~/";

  private static final String SECONDS_TO_REFRESH = "2";

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return List.of(
        Operation.page(PATH, "See how far a folder is added"),
        Operation.form(PATH, "Add a folder to the archive")
            .taking(List.of(Parameter.text(FOLDER, "a folder on the server's machine"))));
  }

  public void html(Context context) {
    boolean isOpen = access.mayChangeByForm(context);
    PageFrame frame = renderer.assets().frame("Add a folder", "lists.css", SearchParameters.none());
    IndexingPage page = new IndexingPage(frame, isOpen, indexing.report());
    if (page.isRunning()) {
      context.header("Refresh", SECONDS_TO_REFRESH);
    }
    Body.keepNowhere(context);
    Body.send(context, renderer.html("indexing", page));
  }

  /**
   * Begins to read the folder that a form names, and leads to the page that shows how far it is.
   */
  public void add(Context context) {
    access.requireChange(context);
    List<String> given = FormBody.of(context).filled(FOLDER);
    Path folder = folder(given.isEmpty() ? "" : given.getFirst().strip());
    if (!indexing.begin(folder)) {
      throw new Refusal(
          new Problem(
              "One folder at a time",
              HttpStatus.CONFLICT.getCode(),
              "Another folder is being read. Add this one when that is done."));
    }
    context.redirect(PATH, HttpStatus.SEE_OTHER);
  }

  private static Path folder(String typed) {
    try {
      Path folder =
          typed.startsWith(HOME)
              ? Path.of(System.getProperty("user.home"), typed.substring(HOME.length()))
              : Path.of(typed);
      if (folder.isAbsolute() && Files.isReadable(folder)) {
        return folder;
      }
    } catch (InvalidPathException e) {
      // The same as a folder that is not there.
    }
    throw new Refusal(
        Problem.badRequest(
            "There is no folder “%s” that the server can read. Type its whole path, such as ~/archive."
                .formatted(typed)));
  }

  /**
   * The page that adds a folder to the archive.
   *
   * @param frame the page frame
   * @param isOpen whether this reader may add one
   * @param newest the newest indexing
   */
  public record IndexingPage(PageFrame frame, boolean isOpen, FolderIndexing.Report newest) {

    private static final int MOST_LINES = 20;

    public boolean isRunning() {
      return newest.phase() == FolderIndexing.Phase.RUNNING;
    }

    /** The outcome of the newest indexing; empty before the first. */
    public String news() {
      return switch (newest.phase()) {
        case IDLE -> "";
        case RUNNING -> "Reading";
        case DONE -> "Added";
        case FAILED -> "Could not add";
      };
    }

    /** The last lines that were printed. */
    public List<String> lines() {
      List<String> all = newest.lines();
      return all.subList(Math.max(0, all.size() - MOST_LINES), all.size());
    }
  }
}
