package broadsheet.web;

import broadsheet.web.batch.BatchHandler;
import broadsheet.web.cite.ReplayHandler;
import broadsheet.web.link.CiteAddress;
import broadsheet.web.takeaway.ExportHandler;
import broadsheet.web.words.LineExport;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests being answered, without exports and batches. Thread-safe. */
final class RequestCount {

  private final AtomicInteger ordinary = new AtomicInteger();

  /** Whether a path is that of an export, a receipt, a replay or a batch. */
  static boolean isExport(String path) {
    return ExportHandler.isExport(path)
        || path.equals(CiteAddress.RECEIPT)
        || path.equals(LineExport.PATH)
        || path.equals(BatchHandler.PATH)
        || path.startsWith(ReplayHandler.PATH);
  }

  void begin(boolean isExport) {
    ordinary.addAndGet(isExport ? 0 : 1);
  }

  /** Counts a request as over, whether answered or abandoned. */
  void end(boolean isExport) {
    ordinary.addAndGet(isExport ? 0 : -1);
  }

  /** The number of requests being answered, without exports. */
  int ordinary() {
    return ordinary.get();
  }
}
