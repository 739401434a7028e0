package broadsheet.web.batch;

import broadsheet.export.BatchQueries;
import broadsheet.export.BatchTable;
import broadsheet.export.CsvWriter;
import broadsheet.web.page.Body;
import broadsheet.web.takeaway.ExportSlots;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Answers queries one after the other and sends their rows as they are found, so that the client
 * sees the progress and memory does not grow. While it sends rows, and between queries when others
 * wait, it gives up its turn. Not thread-safe.
 */
final class BatchAnswer implements BatchQueries.Taker {
  private static final int LARGEST_CHUNK_BYTES = 64 * 1024;

  /** The longest that rows wait for others before they are sent. */
  private static final long LONGEST_WAIT_NANOS = 300_000_000;

  /** The header with the number of queries that the table answers. */
  private static final String COUNT = "Broadsheet-Queries";

  private final Context context;
  private final int count;
  private final ExportSlots.Slot slot;
  private final BatchTable table;
  private final ByteArrayOutputStream chunk;
  private long sentAt = System.nanoTime();
  private boolean isBegun;

  /**
   * @param count the number of queries
   * @param table writes to the chunk
   */
  BatchAnswer(
      Context context,
      int count,
      ExportSlots.Slot slot,
      BatchTable table,
      ByteArrayOutputStream chunk) {
    this.context = context;
    this.count = count;
    this.slot = slot;
    this.table = table;
    this.chunk = chunk;
  }

  /** The client no longer reads. */
  static final class ClientGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClientGone(IOException cause) {
      super(cause.getMessage(), cause, false, false);
    }
  }

  /** Whether anything has been sent, so that no other answer is possible. */
  boolean isBegun() {
    return isBegun;
  }

  @Override
  public void labelled() {
    table.labelled();
  }

  @Override
  public void query(String label, String text) throws IOException {
    table.query(label, text);
    sendInTime();
  }

  @Override
  public void broken(String line, String note) throws IOException {
    table.broken(line, note);
    sendInTime();
  }

  private void sendInTime() throws IOException {
    slot.yieldInTime();
    boolean isDue = System.nanoTime() - sentAt > LONGEST_WAIT_NANOS;
    if (isDue) {
      table.flush();
    }
    if (isDue || chunk.size() > LARGEST_CHUNK_BYTES) {
      send();
    }
  }

  /**
   * Sends the rest.
   *
   * @throws ClientGone if the client no longer reads
   */
  void finish() throws IOException {
    table.finish();
    send();
  }

  private void send() {
    if (!isBegun) {
      announce();
      isBegun = true;
    }
    try {
      slot.without(this::write);
    } catch (IOException e) {
      throw new ClientGone(e);
    }
    sentAt = System.nanoTime();
  }

  private void announce() {
    context.contentType(CsvWriter.TYPE);
    Body.saveAs("broadsheet-batch.csv", context);
    Body.keepNowhere(context);
    context.header(COUNT, Integer.toString(count));
  }

  private void write() throws IOException {
    OutputStream out = context.res().getOutputStream();
    chunk.writeTo(out);
    chunk.reset();
    out.flush();
  }
}
