package broadsheet.web.help;

import broadsheet.address.Problem;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import broadsheet.address.SearchParameters;
import broadsheet.engine.ArchiveFields;
import broadsheet.engine.EngineException;
import broadsheet.help.HelpPages;
import broadsheet.help.HelpSearch;
import broadsheet.operation.Parameters;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.ArchiveExamples;
import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Renderer;
import io.javalin.http.Context;
import java.util.List;

/**
 * Answers {@code /help} and the pages below it. Only {@code /help} has anything of the archive: its
 * fields, and queries to try.
 */
public record HelpHandler(
    Archive archive,
    Renderer renderer,
    ArchiveFields fields,
    ArchiveExamples examples,
    HelpSearch help) {

  public static final String PAGE = HelpPages.PATH + "/{page}";
  public static final String PAGE_IN_FOLDER = HelpPages.PATH + "/{folder}/{page}";

  private static final int UNAVAILABLE = 503;

  /** Their operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return List.of(
        Operation.page(HelpPages.PATH, "Read or search the help").taking(Parameters.Q),
        files(Operation.page(PAGE, "Read a page of the help")),
        files(Operation.page(PAGE_IN_FOLDER, "Read a page of the help, or load a picture of it")));
  }

  private static Operation files(Operation page) {
    return HelpText.TYPES.values().stream()
        .reduce(page.answering("text/plain"), Operation::answering, (one, other) -> other);
  }

  /** Shows the first page or, with a query, the sections that it finds. */
  public void first(Context context) {
    List<String> asked =
        QueryString.parse(context.queryString()).filled(Parameters.Q.label()).stream().toList();
    Body.send(context, asked.isEmpty() ? front() : found(asked.getFirst()));
  }

  private Body front() {
    HelpPage page =
        HelpPage.of(
            frame("Help"), help.pages().html(HelpPages.FIRST), examples.ofForms(), fields.all());
    return renderer.html("help", page);
  }

  private Body found(String text) {
    try {
      return renderer.html(
          "helpfound", HelpFound.of(frame(text + " · Help"), archive.parser().apply(text), help));
    } catch (EngineException e) {
      throw new Refusal(
          new Problem(
              "The help cannot be searched",
              UNAVAILABLE,
              "Its pages can be read: they are listed at /help. " + e.getMessage()));
    }
  }

  /** Shows a page, or sends a file that one of them shows or links to. */
  public void page(Context context) {
    String folder = context.pathParamMap().get("folder");
    String name = (folder == null ? "" : folder + "/") + context.pathParam("page");
    Body.send(
        context,
        help.pages()
            .title(name)
            .filter(title -> !name.equals(HelpPages.FIRST))
            .map(
                title ->
                    renderer.html(
                        "helptext",
                        new HelpText(frame(title + " · Help"), help.pages().html(name))))
            .or(() -> help.pages().file(name).map(bytes -> HelpText.file(name, bytes)))
            .orElseThrow(() -> new Refusal(Problem.of(404))));
  }

  private PageFrame frame(String title) {
    return renderer.assets().frame(title, "help.css", SearchParameters.none());
  }
}
