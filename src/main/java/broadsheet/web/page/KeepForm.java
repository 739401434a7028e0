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
 * @param added the articles that were just kept; null for none
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

  /**
   * Articles that were kept, which can be undone or be moved to another list.
   *
   * @param list the id of the list
   * @param href its page
   * @param entries the fingerprints of those that were not on it before, with full stops between
   */
  public record Added(long articles, String list, String listName, String href, String entries) {

    /** The action in words, before the name of the list. */
    public String text() {
      return articles == 1 ? "Kept on" : FormattedCount.of(articles, "article") + " kept on";
    }
  }

  /** The lists to which articles can be moved from this one. */
  public List<Choice> others(String list) {
    return lists.stream().filter(choice -> !choice.id().equals(list)).toList();
  }
}
