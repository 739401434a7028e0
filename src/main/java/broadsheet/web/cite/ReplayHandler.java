package broadsheet.web.cite;

import broadsheet.address.Problem;
import broadsheet.address.Refusal;
import broadsheet.address.SearchParameters;
import broadsheet.operation.Parameter;
import broadsheet.receipt.Receipt;
import broadsheet.receipt.ReceiptException;
import broadsheet.receipt.ReceiptFile;
import broadsheet.receipt.Replay;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Renderer;
import broadsheet.web.request.Access;
import broadsheet.web.request.SameOrigin;
import broadsheet.web.request.UploadedForm;
import broadsheet.web.takeaway.ExportHandler;
import broadsheet.web.takeaway.ExportSlots;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Answers {@code /replay}: a form for a receipt, and the outcome of repeating its search. Open only
 * to clients that may make changes, since it keeps the server busy for as long as they like.
 * Thread-safe.
 */
public record ReplayHandler(Archive archive, Renderer renderer, ExportSlots slots) {
  public static final String PATH = "/replay";

  private static final String FIELD = "receipt";
  private static final int LONGEST_BYTES = 8 * 1024 * 1024;

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    Parameter receipt = Parameter.file(FIELD, "a receipt of a search", ReceiptFile.TYPE);
    return List.of(
        Operation.page(PATH, "Repeat a search from its receipt"),
        Operation.formForFile(PATH, "Compare a receipt with the archive", "text/html")
            .taking(receipt),
        Operation.formForJson(
                PATH + ".json", "Compare a receipt with the archive, as JSON", Replay.class)
            .taking(receipt));
  }

  private Access access() {
    return archive.lists().access();
  }

  /** The form. */
  public void html(Context context) {
    boolean isOpen = access().mayChangeByForm(context);
    Body.send(context, renderer.html("replay", ReplayPage.form(frame("Repeat a search"), isOpen)));
  }

  /** The outcome as a page, with the form for another receipt. */
  public void answer(Context context) {
    Receipt receipt = receipt(context);
    Replay replay = replayed(receipt, context);
    SameOrigin.letFormsTellTheirOrigin(context);
    Body.send(
        context,
        renderer.html(
            "replay",
            ReplayPage.of(frame("A search repeated"), receipt, replay, archive.engine())));
  }

  /** The outcome as JSON. */
  public void json(Context context) {
    Body.send(context, renderer.json(replayed(receipt(context), context)));
  }

  private PageFrame frame(String title) {
    return renderer.assets().frame(title, "lists.css", SearchParameters.none());
  }

  private Receipt receipt(Context context) {
    access().requireChange(context);
    byte[] bytes =
        UploadedForm.of(context, LONGEST_BYTES).value(FIELD).getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0) {
      throw new Refusal(Problem.badRequest("There is no receipt: choose a file."));
    }
    try {
      return ReceiptFile.read(new ByteArrayInputStream(bytes));
    } catch (ReceiptException e) {
      throw new Refusal(
          new Problem("No receipt", 400, "The file cannot be used: " + e.getMessage() + "."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Replay replayed(Receipt receipt, Context context) {
    try (ExportSlots.Slot slot = slots.take().orElseThrow(() -> ExportHandler.full(context))) {
      return CiteHandler.receipts(archive, context, slot::yieldInTime).replayed(receipt);
    }
  }
}
