package broadsheet.web.lists;

import broadsheet.desk.Actor;
import broadsheet.desk.ReadingList;
import broadsheet.web.link.ListAddress;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.PrintedCount;
import java.util.List;

/**
 * The page of all lists.
 *
 * @param frame the page frame
 * @param lists the last used first
 * @param user the user they belong to; empty if there are no users
 * @param isReadKept whether read marks are on
 * @param read the number of articles read
 */
public record ListsPage(
    PageFrame frame, List<ReadingList> lists, String user, boolean isReadKept, int read) {

  /** The page of a list. */
  public String page(ReadingList list) {
    return ListAddress.page(list.id());
  }

  /** The search in a list. */
  public String search(ReadingList list) {
    return ListAddress.search(list.name());
  }

  /** The number of its articles and, if it is shared, its owner. */
  public String about(ReadingList list) {
    String count = PrintedCount.of(list.entries(), "article");
    if (!list.isShared()) {
      return count;
    }
    return count + (Actor.user(user).owns(list) ? " · shared" : " · shared by " + list.owner());
  }

  /** The number of articles read: {@code 3 articles}. */
  public String readCount() {
    return PrintedCount.of(read, "article");
  }
}
