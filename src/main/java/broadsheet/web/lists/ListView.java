package broadsheet.web.lists;

import broadsheet.desk.ListedArticle;
import broadsheet.desk.ReadingList;
import broadsheet.desk.Sharing;
import broadsheet.web.page.HitView;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list, in the form of {@code /lists.json} and {@code /lists/{id}.json}.
 *
 * @param id its id in addresses
 * @param owner the user it belongs to; absent when it belongs to all
 * @param shared whether all users see it
 * @param editable whether all users may change its articles and notes
 * @param articles the number of its articles
 * @param entries its articles in their order; absent among all lists
 */
record ListView(
    String id,
    String name,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String owner,
    boolean shared,
    boolean editable,
    int articles,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Entry> entries) {

  /**
   * An article on the list.
   *
   * @param search the query among whose results it was kept; absent if there is none
   * @param gone whether it is not in the archive
   * @param withdrawn whether that is because its agency withdrew it
   */
  record Entry(
      String id,
      String title,
      @Nullable String publishedAt,
      @Nullable String source,
      @Nullable String url,
      @Nullable String note,
      String addedAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String search,
      boolean gone,
      boolean withdrawn) {

    static Entry of(ListedArticle each) {
      return new Entry(
          each.id().orElse(each.entry().article().id()),
          each.entry().title(),
          HitView.filledOrNull(each.entry().date()),
          HitView.filledOrNull(each.entry().source()),
          HitView.filledOrNull(each.entry().url()),
          HitView.filledOrNull(each.entry().note()),
          each.entry().addedAt().toString(),
          HitView.filledOrNull(each.entry().search()),
          each.id().isEmpty(),
          each.isWithdrawn());
    }
  }

  static ListView of(ReadingList list) {
    return of(list, list.entries(), null);
  }

  static ListView of(ReadingList list, List<ListedArticle> articles) {
    return of(list, articles.size(), articles.stream().map(Entry::of).toList());
  }

  private static ListView of(ReadingList list, int articles, @Nullable List<Entry> entries) {
    return new ListView(
        list.id(),
        list.name(),
        HitView.filledOrNull(list.owner()),
        list.isShared(),
        list.sharing() == Sharing.EDIT,
        articles,
        entries);
  }
}
