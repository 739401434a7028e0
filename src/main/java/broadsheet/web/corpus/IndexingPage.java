package broadsheet.web.corpus;

import broadsheet.web.page.PageFrame;
import java.util.List;

/**
 * The page that adds a folder to the archive.
 *
 * @param frame the page frame
 * @param isOpen whether this reader may add one
 * @param newest the newest indexing
 */
public record IndexingPage(PageFrame frame, boolean isOpen, FolderIndexing.Report newest) {

  private static final int MOST_LINES = 20;

  public boolean isRunning() {
    return newest.phase() == FolderIndexing.Phase.RUNNING;
  }

  /** The outcome of the newest indexing; empty before the first. */
  public String news() {
    return switch (newest.phase()) {
      case IDLE -> "";
      case RUNNING -> "Reading";
      case DONE -> "Added";
      case FAILED -> "Could not add";
    };
  }

  /** The last lines that were printed. */
  public List<String> lines() {
    List<String> all = newest.lines();
    return all.subList(Math.max(0, all.size() - MOST_LINES), all.size());
  }
}
