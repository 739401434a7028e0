package broadsheet.web;

import broadsheet.web.batch.BatchHandler;
import broadsheet.web.takeaway.ExportFormat;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts the requests being answered, without exports and batches. Thread-safe. */
final class RequestCount {

  private static final Set<String> EXPORTS =
      Stream.concat(
              Arrays.stream(ExportFormat.values()).map(ExportFormat::path),
              Stream.of(BatchHandler.PATH))
          .collect(Collectors.toSet());

  private final AtomicInteger ordinary = new AtomicInteger();

  /** Whether a path is that of an export or a batch. */
  static boolean isExport(String path) {
    return EXPORTS.contains(path);
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
