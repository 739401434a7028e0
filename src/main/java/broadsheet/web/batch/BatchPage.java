package broadsheet.web.batch;

import broadsheet.web.page.PageFrame;
import broadsheet.web.page.PrintedCount;

/**
 * The page for many queries at once.
 *
 * @param frame the page frame
 * @param isOpen whether this reader may ask
 */
public record BatchPage(PageFrame frame, boolean isOpen) {

  /** How many queries are answered at once, at most. */
  public String most() {
    return PrintedCount.of(BatchForm.MOST_QUERIES);
  }
}
