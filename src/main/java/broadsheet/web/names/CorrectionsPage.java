package broadsheet.web.names;

import broadsheet.web.page.PageFrame;
import java.util.List;

/**
 * The page of all corrections of names.
 *
 * @param corrections the newest first
 * @param mayChange whether the reader may undo them
 */
public record CorrectionsPage(PageFrame frame, List<Correction> corrections, boolean mayChange) {

  public CorrectionsPage {
    corrections = List.copyOf(corrections);
  }
}
