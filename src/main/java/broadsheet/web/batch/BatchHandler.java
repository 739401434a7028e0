package broadsheet.web.batch;

import broadsheet.address.SearchParameters;
import broadsheet.engine.EngineException;
import broadsheet.engine.request.Filters;
import broadsheet.export.BatchTable;
import broadsheet.export.CsvWriter;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Renderer;
import broadsheet.web.request.Access;
import broadsheet.web.request.FaultLog;
import broadsheet.web.request.Site;
import broadsheet.web.takeaway.ExportHandler;
import broadsheet.web.takeaway.ExportSlots;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers {@code /batch}: a form for many queries, and the table of their answers. Open only to
 * clients that may make changes, since it keeps the server busy for as long as they like.
 */
public final class BatchHandler {
  public static final String PATH = "/batch";

  private static final Logger LOG = LoggerFactory.getLogger(BatchHandler.class);

  private final Archive archive;
  private final Renderer renderer;
  private final ExportSlots slots;
  private final FaultLog faults = new FaultLog(LOG);

  public BatchHandler(Archive archive, Renderer renderer, ExportSlots slots) {
    this.archive = archive;
    this.renderer = renderer;
    this.slots = slots;
  }

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return List.of(
        Operation.page(PATH, "Ask many queries at once"),
        Operation.formForFile(PATH, "Answer many queries as a table", CsvWriter.TYPE)
            .taking(BatchForm.inputs()));
  }

  private Access access() {
    return archive.lists().access();
  }

  public void html(Context context) {
    boolean isOpen = access().mayChangeByForm(context);
    PageFrame frame =
        renderer
            .assets()
            .frame("Many queries at once", "lists.css", SearchParameters.none(), "batch.js");
    Body.send(context, renderer.html("batch", new BatchPage(frame, isOpen)));
  }

  /** Answers the queries of a form, each within the time limit of a search. */
  public void answer(Context context) {
    access().requireChange(context);
    BatchForm form = BatchForm.of(context);
    try (ExportSlots.Slot slot = slots.take().orElseThrow(() -> ExportHandler.full(context))) {
      ByteArrayOutputStream chunk = new ByteArrayOutputStream();
      BatchTable table =
          new BatchTable(
              archive.engine(),
              text -> archive.parsed(text, context),
              new BatchTable.Wanted(
                  form.hits(), form.match(), Filters.none(), form.mark(), Site.of(context)),
              chunk);
      send(form, new BatchAnswer(context, form.count(), slot, table, chunk), context);
    }
  }

  private void send(BatchForm form, BatchAnswer answer, Context context) {
    try {
      form.queries().each(answer);
      answer.finish();
    } catch (BatchAnswer.ClientGone e) {
      LOG.debug("The client abandoned {}", PATH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      if (!answer.isBegun()) {
        throw e;
      }
      log(e);
      ExportHandler.breakOff(context);
    }
  }

  private void log(RuntimeException e) {
    if (e instanceof EngineException) {
      faults.expected("Failed on a batch", e);
    } else {
      faults.unexpected("Failed on a batch", e);
    }
  }

  /**
   * The page for a batch of queries.
   *
   * @param frame the page frame
   * @param isOpen whether this reader may send a batch
   */
  public record BatchPage(PageFrame frame, boolean isOpen) {

    /** The most queries in a batch, in print. */
    public String most() {
      return FormattedCount.of(BatchForm.MOST_QUERIES);
    }
  }
}
