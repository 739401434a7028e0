package broadsheet.web.iiif;

import broadsheet.article.Box;
import broadsheet.article.PrintedPage;
import broadsheet.scan.PixelSize;
import broadsheet.scan.Scans;
import broadsheet.web.issues.PrintedIssue;
import broadsheet.web.page.ScanDrawing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The canvases of an issue, one for each page with a scan, numbered from 1. Immutable.
 *
 * @param base the beginning of the addresses of the issue's canvases
 * @param all in the order of the pages
 */
record IssueCanvases(String base, Map<PrintedPage, Canvas> all) {
  private static final int USUAL_WIDTH = 2000;

  /**
   * A canvas. Its units are the pixels of its scan, if these are known: some viewers draw boxes in
   * the wrong place otherwise.
   */
  record Canvas(String id, PrintedIssue.Leaf leaf, PixelSize size) {}

  static IssueCanvases of(String base, PrintedIssue issue, Scans scans) {
    Map<PrintedPage, Canvas> all = new LinkedHashMap<>();
    for (PrintedIssue.Leaf leaf : issue.leaves()) {
      PrintedPage page = leaf.page();
      if (scans.has(page)) {
        String id = base + "/canvas/" + (all.size() + 1);
        all.put(page, new Canvas(id, leaf, scans.size(page).orElseGet(() -> usualSize(page))));
      }
    }
    return new IssueCanvases(base, all);
  }

  private static PixelSize usualSize(PrintedPage page) {
    boolean isKnown = page.width() > 0 && page.height() > 0;
    double shape = isKnown ? (double) page.height() / page.width() : ScanDrawing.USUAL_SHAPE;
    return new PixelSize(
        USUAL_WIDTH, (int) Math.clamp(USUAL_WIDTH * shape, 200.0, 10.0 * USUAL_WIDTH));
  }

  List<Canvas> inOrder() {
    return new ArrayList<>(all.values());
  }

  /** The canvas of a page; empty if it has none. */
  Optional<Canvas> of(PrintedPage page) {
    return Optional.ofNullable(all.get(page));
  }

  /** A part of the canvas of a page; empty if it has none. */
  Optional<String> part(PrintedPage page, Box box) {
    return of(page)
        .map(
            canvas ->
                canvas.id()
                    + "#xywh="
                    + Stream.of(
                            box.left() * canvas.size().width(),
                            box.top() * canvas.size().height(),
                            Math.max(1, box.width() * canvas.size().width()),
                            Math.max(1, box.height() * canvas.size().height()))
                        .map(length -> Long.toString(Math.round(length)))
                        .collect(Collectors.joining(",")));
  }
}
