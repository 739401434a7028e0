package broadsheet.web.batch;

import broadsheet.web.page.PageFrame;
import broadsheet.web.page.PrintedCount;

/**
 * The page for a batch of queries.
 *
 * @param frame the page frame
 * @param isOpen whether this reader may send a batch
 */
public record BatchPage(PageFrame frame, boolean isOpen) {

  /** The most queries in a batch, in print. */
  public String most() {
    return PrintedCount.of(BatchForm.MOST_QUERIES);
  }
}
