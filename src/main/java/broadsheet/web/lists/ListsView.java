package broadsheet.web.lists;

import broadsheet.desk.ReadingList;
import java.util.List;

/**
 * All lists as in {@code /lists.json}.
 *
 * @param lists the last used first
 */
record ListsView(List<ListView> lists) {
  static ListsView of(List<ReadingList> lists) {
    return new ListsView(lists.stream().map(ListView::of).toList());
  }
}
