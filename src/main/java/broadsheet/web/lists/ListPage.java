package broadsheet.web.lists;

import broadsheet.address.ArticleAddress;
import broadsheet.address.QueryString;
import broadsheet.address.WebAddress;
import broadsheet.desk.Actor;
import broadsheet.desk.ListEntry;
import broadsheet.desk.ListedArticle;
import broadsheet.desk.ReadingList;
import broadsheet.desk.Sharing;
import broadsheet.export.ArticleFormats;
import broadsheet.web.link.ListAddress;
import broadsheet.web.page.DateLabel;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.HitEntry;
import broadsheet.web.page.PageFrame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page of one list.
 *
 * @param frame the page frame
 * @param rights the list, and the reader's rights on it
 * @param entries the entries on this page
 * @param order one of {@link #ORDERS}
 * @param page the page number, from 1
 * @param pages the number of pages
 * @param unknown the number of ids in an import that have no article
 * @param taken the articles that were taken off and can be restored, the last one first
 * @param removed the one of these that was just taken off; null for none
 * @param notes the number of entries with a note on the whole list
 */
public record ListPage(
    PageFrame frame,
    Rights rights,
    List<Entry> entries,
    String order,
    int page,
    int pages,
    String unknown,
    List<Taken> taken,
    @Nullable Taken removed,
    long notes) {

  /** The rights of a reader on a list. */
  public record Rights(Actor actor, ReadingList list) {

    /** Whether the reader may change its articles and notes. */
    public boolean isEditable() {
      return actor.edits(list);
    }

    /** Whether the reader may rename, share and delete it. */
    public boolean isOwned() {
      return actor.owns(list);
    }

    /**
     * The users it is shared with, to be appended to its number of articles; empty if there are
     * none.
     */
    public String sharing() {
      if (!list.isShared()) {
        return "";
      }
      return isOwned() ? " · shared with all users" : " · shared by " + list.owner();
    }

    /** Whether it is shared and the reader cannot change that. */
    public boolean isAlwaysShared() {
      return actor.sharing(list, Sharing.PRIVATE) != Sharing.PRIVATE;
    }

    public boolean isOpenToEdits() {
      return list.sharing() == Sharing.EDIT;
    }
  }

  private static final int SHOWN = 100;
  private static final String BY_HAND = "hand";
  private static final String NEWEST = "date";
  private static final String OLDEST = "oldest";

  /** The orders of entries: the reader's own, which is the default, the newest or oldest first. */
  static final List<String> ORDERS = List.of(BY_HAND, NEWEST, OLDEST);

  /**
   * An article on the list.
   *
   * @param href its page, at the first match; null if it is not in the archive
   * @param absence the reason why it is not in the archive; empty if it is
   * @param original its original address; empty if unknown
   * @param snippetHtml the words for which it was kept, or its first; empty if it has no text or is
   *     not in the archive
   */
  public record Entry(
      String fingerprint,
      String title,
      @Nullable String href,
      String absence,
      String source,
      DateLabel date,
      String original,
      String snippetHtml,
      String note) {

    /** Identifies the note, so that a newer one is not overwritten unseen. */
    public String seen() {
      return TypedNote.mark(note);
    }

    static Entry of(ListedArticle each, Map<String, HitEntry> hits) {
      Optional<HitEntry> hit = each.id().map(hits::get);
      return new Entry(
          each.entry().article().fingerprint(),
          each.entry().title(),
          hit.map(HitEntry::href).or(() -> each.id().map(ArticleAddress::path)).orElse(null),
          each.absence(),
          each.entry().source(),
          DateLabel.of(each.date()),
          each.isWithdrawn() ? "" : WebAddress.of(each.entry().url()),
          hit.map(HitEntry::snippetHtml).orElse(""),
          each.entry().note());
    }
  }

  /** An article that was taken off the list. */
  public record Taken(String fingerprint, String title, boolean isNoted) {
    static Taken of(ListEntry entry) {
      return new Taken(entry.article().fingerprint(), entry.title(), !entry.note().isEmpty());
    }
  }

  /** A link to the list in another form. */
  public record Link(String label, String href, boolean isCurrent) {}

  static ListPage of(
      PageFrame frame,
      Rights rights,
      List<ListedArticle> articles,
      List<ListEntry> taken,
      KeptHits hits,
      QueryString given) {
    String order = order(ListForms.value(given, "order"));
    List<ListedArticle> sorted = new ArrayList<>(articles);
    Comparator<ListedArticle> byDate = Comparator.comparing(each -> each.entry().date());
    switch (order) {
      case NEWEST -> sorted.sort(byDate.reversed());
      case OLDEST ->
          sorted.sort(
              Comparator.<ListedArticle, Boolean>comparing(each -> each.entry().date().isEmpty())
                  .thenComparing(byDate));
      default -> {} // as stored
    }
    int pages = Math.max(1, Math.ceilDiv(sorted.size(), SHOWN));
    int page = Math.clamp(number(ListForms.value(given, "page")), 1, pages);
    List<ListedArticle> shown = sorted.stream().skip((page - 1L) * SHOWN).limit(SHOWN).toList();
    Map<String, HitEntry> found = hits.of(shown);
    return new ListPage(
        frame,
        rights,
        shown.stream().map(each -> Entry.of(each, found)).toList(),
        order,
        page,
        pages,
        ListForms.value(given, "unknown").matches("[1-9]\\d{0,5}")
            ? ListForms.value(given, "unknown")
            : "",
        taken.stream().map(Taken::of).toList(),
        taken.stream()
            .map(Taken::of)
            .filter(each -> each.fingerprint().equals(ListForms.value(given, Keeping.REMOVED)))
            .findFirst()
            .orElse(null),
        articles.stream().filter(each -> !each.entry().note().isEmpty()).count());
  }

  private static String order(String wanted) {
    return ORDERS.contains(wanted) ? wanted : BY_HAND;
  }

  private static int number(String text) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
  }

  /** The address of a page of a list. */
  static String address(String id, String order, String page) {
    List<QueryString.Pair> pairs = new ArrayList<>();
    if (!order(order).equals(BY_HAND)) {
      pairs.add(new QueryString.Pair("order", order));
    }
    if (number(page) > 1) {
      pairs.add(new QueryString.Pair("page", page));
    }
    return new QueryString(pairs).after(ListAddress.page(id));
  }

  public ReadingList list() {
    return rights.list();
  }

  /** The address of this list, to which changes are sent. */
  public String self() {
    return ListAddress.page(list().id());
  }

  /** The search in this list. */
  public String search() {
    return ListAddress.search(list().name());
  }

  public String count() {
    return FormattedCount.of(list().entries(), "article");
  }

  /** The content that is lost with the list: {@code 3 articles and 1 note}. */
  public String content() {
    return count() + " and " + FormattedCount.of(notes, "note");
  }

  /** Whether entries can be moved, which they cannot in an order by date. */
  public boolean isByHand() {
    return order.equals(BY_HAND);
  }

  /** The orders to choose from. */
  public List<Link> orders() {
    return Stream.of(
            Map.entry(BY_HAND, "My order"),
            Map.entry(NEWEST, "Newest first"),
            Map.entry(OLDEST, "Oldest first"))
        .map(
            each ->
                new Link(
                    each.getValue(),
                    address(list().id(), each.getKey(), ""),
                    order.equals(each.getKey())))
        .toList();
  }

  /** The files to take away. */
  public List<Link> exports() {
    QueryString none = new QueryString(List.of());
    return ArticleFormats.ofLists().stream()
        .map(format -> new Link(format.label(), format.link(none, self() + format.suffix()), false))
        .toList();
  }

  /** The neighbouring pages. */
  public List<Link> neighbours() {
    List<Link> links = new ArrayList<>();
    if (page > 1) {
      links.add(
          new Link(
              "Previous page", address(list().id(), order, Integer.toString(page - 1)), false));
    }
    if (page < pages) {
      links.add(
          new Link("Next page", address(list().id(), order, Integer.toString(page + 1)), false));
    }
    return links;
  }
}
