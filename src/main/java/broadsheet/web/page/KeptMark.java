package broadsheet.web.page;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The reader's lists and read mark for one article, beside it on a page.
 *
 * @param id the id of the article
 * @param title its headline, for screen readers
 * @param list the name of the list that the star changes, the last used one
 * @param lists the lists it is on
 * @param isStarred whether it is on the list that the star changes
 * @param isReadKept whether the reader's read marks are on
 * @param isRead whether it was read
 */
public record KeptMark(
    String id,
    String title,
    String list,
    List<ListLink> lists,
    boolean isStarred,
    boolean isReadKept,
    boolean isRead) {

  /** A list and its page. */
  public record ListLink(String id, String name, String href) {}

  /** The ids of the lists it is on, with spaces between them. */
  public String listIds() {
    return lists.stream().map(ListLink::id).collect(Collectors.joining(" "));
  }

  /** The anchor to return to. */
  public String anchor() {
    return "kept-" + id;
  }
}
