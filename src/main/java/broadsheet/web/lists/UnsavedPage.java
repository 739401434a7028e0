package broadsheet.web.lists;

import broadsheet.address.Problem;
import broadsheet.web.page.PageFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page that gives back typed notes that could not be saved.
 *
 * @param frame the page frame
 * @param problem the reason
 * @param list the address of the list, to which changes are sent
 * @param order the order of the page that the form was on
 * @param page the number of that page
 * @param notes the notes that are not saved
 */
public record UnsavedPage(
    PageFrame frame, Problem problem, String list, String order, String page, List<Unsaved> notes) {

  /**
   * A note that is not saved.
   *
   * @param seen identifies the note that this one would replace
   * @param title the headline of its article
   * @param theirs the text that somebody else wrote meanwhile; null if nobody did
   */
  public record Unsaved(
      String entry, String seen, String title, String text, @Nullable String theirs) {}

  /** Whether somebody else changed one of them. */
  public boolean isChanged() {
    return notes.stream().anyMatch(note -> note.theirs() != null);
  }
}
