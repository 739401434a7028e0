package broadsheet.web.lists;

import broadsheet.address.Problem;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import broadsheet.address.SearchParameters;
import broadsheet.desk.Actor;
import broadsheet.desk.Desk;
import broadsheet.desk.DeskException;
import broadsheet.desk.ListEntry;
import broadsheet.desk.ListedArticle;
import broadsheet.desk.ReadingList;
import broadsheet.export.ArticleFormat;
import broadsheet.export.ArticleFormats;
import broadsheet.export.ByteOrderMark;
import broadsheet.export.ExportFormat;
import broadsheet.export.ExportedList;
import broadsheet.operation.Parameter;
import broadsheet.web.link.ListAddress;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.ReaderLists;
import broadsheet.web.page.Renderer;
import broadsheet.web.request.Site;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers {@code /lists}, the page of each list, their JSON twins, and the downloads. */
public final class ListsHandler {

  private static final String DATA = ".json";

  private final Archive archive;
  private final Renderer renderer;
  private final Keeping keeping;

  public ListsHandler(Archive archive, Renderer renderer) {
    this.archive = archive;
    this.renderer = renderer;
    keeping = new Keeping(archive);
  }

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    Parameter order = Parameter.choice("order", "of its entries", ListPage.ORDERS);
    String one = ListAddress.page("{id}");
    return Stream.concat(
            Stream.of(
                Operation.page(ListAddress.ALL, "See the lists"),
                Operation.get(ListAddress.ALL + DATA, "List the lists")
                    .answeringJson(ListsView.class),
                Operation.page(one, "See a list")
                    .taking(order, Parameter.number("page", "the page of its entries")),
                Operation.get(one + DATA, "Read a list").answeringJson(ListView.class)),
            ArticleFormats.ofLists().stream()
                .map(
                    format ->
                        Operation.get(
                                one + format.suffix(), "Take a list away as " + format.label())
                            .answering(format.type())))
        .toList();
  }

  /** Whether a path, in lower case, is that of a list’s data or of a file other than a page. */
  public static boolean isFile(String path) {
    return path.startsWith(ListAddress.ALL + "/")
        && ArticleFormats.ofList(path).filter(format -> format != ExportFormat.HTML).isPresent();
  }

  /** Whether a path is that of a file with the articles of a list. */
  public static boolean isDownload(String path) {
    return path.startsWith(ListAddress.ALL + "/") && ArticleFormats.ofList(path).isPresent();
  }

  static Problem noList() {
    return new Problem(
        "No such list", 404, "There is no list under this address. It may have been removed.");
  }

  /** Shows all lists, and whether read marks are on. */
  public void html(Context context) {
    open(context);
    String user = archive.lists().user(context);
    Desk desk = archive.lists().desk(context);
    PageFrame frame = renderer.assets().frame("Lists", "lists.css", SearchParameters.none());
    try {
      boolean isReadKept = desk.readMarks().isOn(user);
      int read = isReadKept ? desk.readMarks().all(user).size() : 0;
      Body.send(
          context,
          renderer.html("lists", new ListsPage(frame, all(context), user, isReadKept, read)));
    } catch (DeskException e) {
      throw ReaderLists.unavailable(e);
    }
  }

  public void json(Context context) {
    open(context);
    Body.send(context, renderer.json(ListsView.of(all(context))));
  }

  private List<ReadingList> all(Context context) {
    try {
      return archive.lists().lists(context).all(archive.lists().user(context));
    } catch (DeskException e) {
      throw ReaderLists.unavailable(e);
    }
  }

  /** Shows one list or, with a suffix, answers with its data or a file to take away. */
  public void one(Context context) {
    open(context);
    String name = context.pathParam("name");
    Optional<ArticleFormat> format = ArticleFormats.ofList(name);
    if (format.isPresent()) {
      send(found(without(format.get().suffix(), name), context), format.get(), context);
    } else if (name.endsWith(DATA)) {
      Found found = found(without(DATA, name), context);
      Body.send(context, renderer.json(ListView.of(found.list(), found.articles())));
    } else {
      Found found = found(name, context);
      ListPage.Rights rights = new ListPage.Rights(archive.lists().actor(context), found.list());
      String[] scripts = rights.isEditable() ? new String[] {"notes.js"} : new String[0];
      PageFrame frame =
          renderer
              .assets()
              .frame(found.list().name(), "lists.css", SearchParameters.none(), scripts);
      ListPage page =
          ListPage.of(
              frame,
              rights,
              found.articles(),
              taken(found.list(), context),
              new KeptHits(archive.engine(), text -> archive.parsed(text, context).root()),
              QueryString.parse(context.queryString()));
      Body.send(context, renderer.html("list", page));
    }
  }

  private static String without(String suffix, String name) {
    return name.substring(0, name.length() - suffix.length());
  }

  private void send(Found found, ArticleFormat format, Context context) {
    Body.saveAs("broadsheet-list-%s%s".formatted(found.list().id(), format.suffix()), context);
    ExportedList list =
        new ExportedList(found.list(), found.articles(), archive.engine(), Site.of(context));
    Body.send(
        context,
        new Body(
            format.of(list, ByteOrderMark.of(QueryString.parse(context.queryString()))),
            format.type()));
  }

  private Optional<ReadingList> seen(String idOrName, Context context) {
    try {
      return archive.lists().lists(context).find(archive.lists().user(context), idOrName);
    } catch (DeskException e) {
      throw ReaderLists.unavailable(e);
    }
  }

  private record Found(ReadingList list, List<ListedArticle> articles) {}

  private Found found(String idOrName, Context context) {
    try {
      ReadingList list = seen(idOrName, context).orElseThrow(() -> new Refusal(noList()));
      List<ListEntry> entries = archive.lists().lists(context).entries().of(list.id());
      return new Found(list, ListedArticle.of(entries, archive.engine()));
    } catch (DeskException e) {
      throw ReaderLists.unavailable(e);
    }
  }

  private List<ListEntry> taken(ReadingList list, Context context) {
    try {
      return ListedArticle.of(
              archive.lists().lists(context).entries().taken(list.id()), archive.engine())
          .stream()
          .map(ListedArticle::entry)
          .toList();
    } catch (DeskException e) {
      throw ReaderLists.unavailable(e);
    }
  }

  private void open(Context context) {
    if (!keeping.isOpen(context)) {
      throw new Refusal(
          new Problem(
              "Lists are private",
              403,
              "Lists are only for those who may make changes here. On the server’s own machine, use"
                  + " ./broadsheet list."));
    }
    keeping.letFormsTellTheirOrigin(context);
    Body.keepNowhere(context);
  }

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
      String count = FormattedCount.of(list.entries(), "article");
      if (!list.isShared()) {
        return count;
      }
      return count + (Actor.user(user).owns(list) ? " · shared" : " · shared by " + list.owner());
    }

    /** The number of articles read: {@code 3 articles}. */
    public String readCount() {
      return FormattedCount.of(read, "article");
    }
  }

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
}
