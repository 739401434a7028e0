package broadsheet.web.cite;

import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.operation.ArchiveOperation;
import broadsheet.operation.Parameters;
import broadsheet.receipt.Receipt;
import broadsheet.receipt.ReceiptFile;
import broadsheet.receipt.Receipts;
import broadsheet.receipt.Receipts.SearchCitation;
import broadsheet.web.link.CiteAddress;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Renderer;
import broadsheet.web.request.Site;
import broadsheet.web.takeaway.ExportHandler;
import broadsheet.web.takeaway.ExportSlots;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/** Answers {@code /cite} and {@code /search.receipt.json}. Thread-safe. */
public record CiteHandler(Archive archive, Renderer renderer, ExportSlots slots) {

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    ArchiveOperation receipt = ArchiveOperation.RECEIPT;
    return List.of(
        Operation.page(CiteAddress.PAGE, "Cite a search").taking(receipt.parameters()),
        Operation.get(CiteAddress.RECEIPT, receipt.summary())
            .taking(receipt.parameters())
            .answeringJson(Receipt.class));
  }

  /** The receipts of a request, which give way to other requests. */
  static Receipts receipts(Archive archive, Context context, Runnable pause) {
    return new Receipts(
        archive.engine(),
        query -> archive.lists().lookedUp(query, archive.engine(), context),
        Clock.system(ZoneId.systemDefault()),
        pause);
  }

  private static SearchParameters parameters(Context context) {
    QueryString given = QueryString.parse(context.queryString());
    return SearchParameters.of(given.without(Parameters.PAGE, Parameters.SIZE, Parameters.AFTER))
        .whole();
  }

  public void html(Context context) {
    SearchParameters parameters = parameters(context);
    SearchCitation citation = receipts(archive, context, () -> {}).cited(parameters);
    PageFrame frame = renderer.assets().frame("Cite this search", "article.css", parameters);
    Body.send(
        context,
        renderer.html("cite", CitePage.of(frame, citation, Site.published(context).orElse(""))));
  }

  /** Sends the receipt. A request for its headers alone does not make it. */
  public void receipt(Context context) {
    SearchParameters parameters = parameters(context);
    Body.saveAs("broadsheet.receipt.json", context);
    if (context.method().equals(HandlerType.HEAD)) {
      context.contentType(ReceiptFile.TYPE);
      return;
    }
    try (ExportSlots.Slot slot = slots.take().orElseThrow(() -> ExportHandler.full(context))) {
      Receipt receipt = receipts(archive, context, slot::yieldInTime).of(parameters);
      Body.send(context, new Body(ReceiptFile.bytes(receipt), ReceiptFile.TYPE));
    }
  }
}
