package broadsheet.web;

import broadsheet.web.takeaway.ExportFormat;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** How many requests are being answered right now, exports left out. Thread-safe. */
final class RequestCount {

  private static final Set<String> EXPORTS =
      Arrays.stream(ExportFormat.values()).map(ExportFormat::path).collect(Collectors.toSet());

  private final AtomicInteger ordinary = new AtomicInteger();

  /** Whether a path is that of an export. */
  static boolean isExport(String path) {
    return EXPORTS.contains(path);
  }

  /** A request begins to be answered. */
  void begin(boolean isExport) {
    ordinary.addAndGet(isExport ? 0 : 1);
  }

  /** A request has been answered, or was given up. */
  void end(boolean isExport) {
    ordinary.addAndGet(isExport ? 0 : -1);
  }

  /** The number of ordinary requests. */
  int ordinary() {
    return ordinary.get();
  }
}
