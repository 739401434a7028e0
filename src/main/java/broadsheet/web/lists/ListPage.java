package broadsheet.web.lists;

import broadsheet.address.ArticleAddress;
import broadsheet.address.QueryString;
import broadsheet.address.WebAddress;
import broadsheet.desk.Actor;
import broadsheet.desk.ListEntry;
import broadsheet.desk.ListedArticle;
import broadsheet.desk.ReadingList;
import broadsheet.desk.Sharing;
import broadsheet.export.ExportFormat;
import broadsheet.web.link.ListAddress;
import broadsheet.web.page.DateLabel;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.PrintedCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page of one list.
 *
 * @param frame the page frame
 * @param rights the list, and the reader's rights on it
 * @param entries the entries on this page
 * @param order {@code hand}, or {@code date} for the newest first
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
  private static final String BY_DATE = "date";

  /** The orders of entries; the first is the default. */
  static final List<String> ORDERS = List.of("hand", BY_DATE);

  /**
   * An article on the list.
   *
   * @param href its page; null if it is not in the archive
   * @param absence the reason why it is not in the archive; empty if it is
   * @param original its original address; empty if unknown
   */
  public record Entry(
      String fingerprint,
      String title,
      @Nullable String href,
      String absence,
      String source,
      DateLabel date,
      String original,
      String note) {

    /** Identifies the note, so that a newer one is not overwritten unseen. */
    public String seen() {
      return TypedNote.mark(note);
    }

    static Entry of(ListedArticle each) {
      return new Entry(
          each.entry().article().fingerprint(),
          headline(each.entry()),
          each.id().map(ArticleAddress::path).orElse(null),
          each.absence(),
          each.entry().source(),
          DateLabel.of(each.date()),
          each.isWithdrawn() ? "" : WebAddress.of(each.entry().url()),
          each.entry().note());
    }
  }

  /** An article that was taken off the list. */
  public record Taken(String fingerprint, String title, boolean isNoted) {
    static Taken of(ListEntry entry) {
      return new Taken(entry.article().fingerprint(), headline(entry), !entry.note().isEmpty());
    }
  }

  private static String headline(ListEntry entry) {
    return entry.title().isBlank() ? "Untitled" : entry.title();
  }

  /** A link to the list in another form. */
  public record Link(String label, String href, boolean isCurrent) {}

  static ListPage of(
      PageFrame frame,
      Rights rights,
      List<ListedArticle> articles,
      List<ListEntry> taken,
      QueryString given) {
    String order = ListForms.value(given, "order").equals(BY_DATE) ? BY_DATE : "hand";
    List<ListedArticle> sorted = new ArrayList<>(articles);
    if (order.equals(BY_DATE)) {
      sorted.sort(
          Comparator.<ListedArticle, String>comparing(each -> each.entry().date()).reversed());
    }
    int pages = Math.max(1, Math.ceilDiv(sorted.size(), SHOWN));
    int page = Math.clamp(number(ListForms.value(given, "page")), 1, pages);
    return new ListPage(
        frame,
        rights,
        sorted.stream().skip((page - 1L) * SHOWN).limit(SHOWN).map(Entry::of).toList(),
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

  private static int number(String text) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
  }

  /** The address of a page of a list. */
  static String address(String id, String order, String page) {
    List<QueryString.Pair> pairs = new ArrayList<>();
    if (order.equals(BY_DATE)) {
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
    return PrintedCount.of(list().entries(), "article");
  }

  /** The content that is lost with the list: {@code 3 articles and 1 note}. */
  public String content() {
    return count() + " and " + PrintedCount.of(notes, "note");
  }

  /** Whether entries can be moved, which they cannot in an order by date. */
  public boolean isByHand() {
    return !order.equals(BY_DATE);
  }

  /** The orders to choose from. */
  public List<Link> orders() {
    return List.of(
        new Link("My order", address(list().id(), "hand", ""), isByHand()),
        new Link("Newest first", address(list().id(), BY_DATE, ""), !isByHand()));
  }

  /** The files to take away. */
  public List<Link> exports() {
    return Stream.of(ExportFormat.values())
        .map(format -> new Link(format.label(), self() + format.suffix(), false))
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
