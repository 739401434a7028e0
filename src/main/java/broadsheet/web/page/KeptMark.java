package broadsheet.web.page;

import java.util.List;

/**
 * What a reader keeps of one article, beside it on a page.
 *
 * @param id the article's
 * @param title its headline, for those who do not see the page
 * @param lists the lists it is on
 * @param isStarred whether it is on the list that the star changes, the last used one
 * @param isReadKept whether the reader keeps what was read
 * @param isRead whether it was read
 */
public record KeptMark(
    String id,
    String title,
    List<ListLink> lists,
    boolean isStarred,
    boolean isReadKept,
    boolean isRead) {

  /** A list and its page. */
  public record ListLink(String name, String href) {}

  /** The anchor it is returned to. */
  public String anchor() {
    return "kept-" + id;
  }
}
