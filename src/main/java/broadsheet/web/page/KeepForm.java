package broadsheet.web.page;

import broadsheet.address.QueryString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that puts articles of a page on lists.
 *
 * @param fields the form fields that lead back to the page
 * @param lists the names of the reader's lists by id, the last used first, which is the one that
 *     stars change
 * @param removed the article that a star just took off a list; null for none
 * @param added the ticked articles that were just put on a list; null for none
 */
public record KeepForm(
    List<QueryString.Pair> fields,
    List<Choice> lists,
    @Nullable Removed removed,
    @Nullable Added added) {

  /** Names the list that stars change. */
  public static final String TARGET = "target";

  /** A list to choose. */
  public record Choice(String id, String name) {}

  /**
   * An article that was taken off a list, and can be restored.
   *
   * @param list the id of the list
   * @param entry the fingerprint of the article
   */
  public record Removed(String list, String listName, String entry, String title) {}

  /** Articles that were put on a list, and its page. */
  public record Added(long articles, String listName, String href) {}
}
