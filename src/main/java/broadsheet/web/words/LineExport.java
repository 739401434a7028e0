package broadsheet.web.words;

import broadsheet.address.ParameterReader;
import broadsheet.address.QueryString;
import broadsheet.export.ByteOrderMark;
import broadsheet.export.CsvWriter;
import broadsheet.operation.ArchiveOperation;
import broadsheet.operation.Parameters;
import broadsheet.query.QueryNode;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.takeaway.ExportHandler;
import broadsheet.web.takeaway.ExportSlots;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends all lines of a concordance as a table, while they are made. Thread-safe. */
public record LineExport(Archive archive, ExportSlots slots) {
  /** Its path. */
  public static final String PATH = "/lines.csv";

  private static final Logger LOG = LoggerFactory.getLogger(LineExport.class);
  private static final int CHUNK_BYTES = 64 * 1024;

  /** Its operation, for the OpenAPI document. */
  public static List<Operation> operations() {
    ArchiveOperation all = ArchiveOperation.ALL_LINES;
    return List.of(
        Operation.get(PATH, all.summary()).taking(all.parameters()).answering(CsvWriter.TYPE));
  }

  /** Ends an export that no client is waiting for. */
  private static final class ClientGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClientGone(IOException cause) {
      super(cause.getMessage(), cause, false, false);
    }
  }

  /** Sends it. */
  public void csv(Context context) throws IOException {
    QueryString given = QueryString.parse(context.queryString());
    WordsParameters parameters =
        WordsParameters.of(
            WordsKind.WORDS,
            new ParameterReader(given.without(Parameters.AFTER, Parameters.LINES)));
    Function<String, QueryNode> parser = text -> archive.parsed(text, context).root();
    context.contentType(CsvWriter.TYPE);
    Body.saveAs("broadsheet-lines.csv", context);
    if (context.method().equals(HandlerType.HEAD)) {
      return;
    }
    try (ExportSlots.Slot slot = slots.take().orElseThrow(() -> ExportHandler.full(context))) {
      send(new LineTable(parameters, parser), ByteOrderMark.of(given), slot, context);
    }
  }

  private void send(LineTable lines, ByteOrderMark mark, ExportSlots.Slot slot, Context context)
      throws IOException {
    Chunks chunks = new Chunks(slot, context);
    mark.begin(chunks.bytes);
    try {
      lines.write(archive.engine().workbench(), chunks.bytes, chunks::passOn);
      chunks.send();
    } catch (ClientGone e) {
      LOG.debug("The client abandoned {}", PATH);
    } catch (RuntimeException e) {
      if (!chunks.isBegun) {
        throw e;
      }
      LOG.warn("Failed while sending {}", PATH, e);
      ExportHandler.breakOff(context);
    }
  }

  /** Sends what was written in pieces. Not thread-safe. */
  private static final class Chunks {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ExportSlots.Slot slot;
    private final Context context;
    private boolean isBegun;

    Chunks(ExportSlots.Slot slot, Context context) {
      this.slot = slot;
      this.context = context;
    }

    void passOn() {
      if (bytes.size() >= CHUNK_BYTES) {
        send();
      } else {
        slot.yieldInTime();
      }
    }

    void send() {
      isBegun = true;
      try {
        slot.without(
            () -> {
              bytes.writeTo(context.res().getOutputStream());
              bytes.reset();
            });
      } catch (IOException e) {
        throw new ClientGone(e);
      }
    }
  }
}
