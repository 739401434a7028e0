package broadsheet.web.page;

import broadsheet.address.QueryString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that puts articles of a page on lists.
 *
 * @param fields what leads back to the page
 * @param lists the names of the reader's lists by id, the last used first: the one that stars
 *     change
 * @param removed what a star just took off a list; null for nothing
 */
public record KeepForm(
    List<QueryString.Pair> fields, List<Choice> lists, @Nullable Removed removed) {

  /** Names the list that stars change. */
  public static final String TARGET = "target";

  /** A list to choose. */
  public record Choice(String id, String name) {}

  /**
   * An article that was taken off a list, and can be put back.
   *
   * @param list the id of the list
   * @param entry the fingerprint of the article
   */
  public record Removed(String list, String listName, String entry, String title) {}
}
