package broadsheet.web.lists;

import broadsheet.article.ArticleRef;
import broadsheet.desk.Desk;
import broadsheet.desk.DeskException;
import broadsheet.desk.ListEntry;
import broadsheet.desk.ListRuleException;
import broadsheet.desk.Lists;
import broadsheet.desk.NotOwnerException;
import broadsheet.desk.ReadingList;
import broadsheet.desk.Sharing;
import broadsheet.web.address.Problem;
import broadsheet.web.address.QueryString;
import broadsheet.web.address.Refusal;
import broadsheet.web.address.SearchParameters;
import broadsheet.web.openapi.Input;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.ArticleAddress;
import broadsheet.web.page.ListAddress;
import broadsheet.web.page.ReaderLists;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Changes lists and read marks by forms. Each answer leads back to the page of the form. Open only
 * to clients that may make changes.
 */
public final class ListChanges {

  /** The list that a star makes where there is none yet. */
  private static final String FIRST_LIST = "Saved articles";

  /** The buttons of a single article in a form. */
  private static final List<String> BUTTONS = List.of("star", "unstar", "read", "unread");

  /** Takes whether what is read is kept. */
  public static final String READING = ListAddress.ALL + "/reading";

  private final Archive archive;

  public ListChanges(Archive archive) {
    this.archive = archive;
  }

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    String one = ListAddress.page("{id}");
    Input name = Input.text("name", "the name of the list");
    return List.of(
        Operation.form(ListAddress.ALL, "Make a list").taking(name.required()),
        Operation.form(ListAddress.PUT, "Put articles on a list, or change one article’s marks")
            .taking(
                Input.text("article", "the id of an article").repeatable(0),
                Input.text("list", "the id of the list; the last used one by default"),
                Input.text("name", "the name of a new list"))
            .taking(
                BUTTONS.stream()
                    .map(button -> Input.text(button, "the id of an article to " + button))
                    .toList())
            .taking(Input.text(Keeping.ARTICLE_PAGE, "the article whose page to return to"))
            .taking(Input.search()),
        Operation.form(one + "/entry", "Change an entry of a list")
            .taking(
                Input.text("entry", "the fingerprint of its article").required(),
                Input.word("action", "what to do", List.of("note", "up", "down", "take"))
                    .required(),
                Input.text("note", "the new note")),
        Operation.form(one + "/change", "Rename a list, and share it or not")
            .taking(
                name,
                Input.text("shared", "not empty if all users see it"),
                Input.text("editable", "not empty if they may change its articles and notes")),
        Operation.form(one + "/import", "Put the articles of a table on a list")
            .taking(
                Input.text("table", "an id a line, or CSV with a column id and perhaps note")
                    .required()),
        Operation.form(one + "/remove", "Remove a list with its notes"),
        Operation.form(READING, "Keep what is read, or erase it")
            .taking(
                Input.word("keep", "on keeps read marks; off erases them", List.of("on", "off"))
                    .required()));
  }

  private Desk desk(Context context) {
    return archive.lists().desk(context);
  }

  private Lists lists(Context context) {
    return archive.lists().lists(context);
  }

  /** Makes a list. */
  public void create(Context context) {
    QueryString form = ListForms.of(context, archive);
    ReadingList list =
        changed(() -> lists(context).create(user(context), ListForms.value(form, "name")));
    leadTo(ListAddress.page(list.id()), context);
  }

  /**
   * Puts the ticked articles of a page on a list, or changes one by its own button: a star, or a
   * read mark.
   */
  public void put(Context context) {
    QueryString form = ListForms.of(context, archive);
    String one = one(form);
    changed(
        () -> {
          switch (buttonOf(form)) {
            case "star" -> put(target(context), List.of(one), context);
            case "unstar" ->
                lists(context).take(target(context).id(), List.of(ref(one).fingerprint()));
            case "read" -> desk(context).readMarks().mark(user(context), ref(one), true);
            case "unread" -> desk(context).readMarks().mark(user(context), ref(one), false);
            default -> put(chosen(form, context), form.filled("article"), context);
          }
          return form;
        });
    String page = ListForms.value(form, Keeping.ARTICLE_PAGE);
    String path = page.isEmpty() ? "/search" : ArticleAddress.path(page);
    String anchor = one.isEmpty() ? "keep" : "kept-" + one;
    leadTo(
        SearchParameters.of(form).toQueryString().after(path) + "#" + QueryString.encode(anchor),
        context);
  }

  /** The name of the button that was pressed; empty for the one of the ticked articles. */
  private static String buttonOf(QueryString form) {
    return BUTTONS.stream().filter(name -> !form.filled(name).isEmpty()).findFirst().orElse("");
  }

  private static String one(QueryString form) {
    return buttonOf(form).isEmpty() ? "" : ListForms.value(form, buttonOf(form));
  }

  private void put(ReadingList list, List<String> ids, Context context) {
    lists(context).put(list.id(), NewEntries.of(ids, archive.engine()).entries());
  }

  /** The list that the reader may change and that was used last. */
  private ReadingList target(Context context) {
    return lists(context).all(user(context)).stream()
        .filter(archive.lists().actor(context)::edits)
        .findFirst()
        .orElseGet(() -> lists(context).create(user(context), FIRST_LIST));
  }

  /** The list named in the form, an old one or a new one. */
  private ReadingList chosen(QueryString form, Context context) {
    String name = ListForms.value(form, "name");
    String id = ListForms.value(form, "list");
    if (!name.isEmpty()) {
      return lists(context).create(user(context), name);
    }
    return id.isEmpty() ? target(context) : seen(id, context);
  }

  private ArticleRef ref(String id) {
    return Optional.ofNullable(archive.engine().refs(List.of(id)).get(id))
        .orElseThrow(() -> archive.withoutArticle(id));
  }

  /** Renames a list, and shares it or not. */
  public void change(Context context) {
    QueryString form = ListForms.of(context, archive);
    ReadingList list = seen(context.pathParam("id"), context);
    Sharing sharing =
        Sharing.of(
            !ListForms.value(form, "shared").isEmpty(),
            !ListForms.value(form, "editable").isEmpty());
    changed(() -> lists(context).change(list.id(), ListForms.value(form, "name"), sharing));
    leadTo(ListAddress.page(list.id()), context);
  }

  /** Removes a list. */
  public void remove(Context context) {
    ListForms.of(context, archive);
    ReadingList list = seen(context.pathParam("id"), context);
    changed(() -> lists(context).remove(list.id()));
    leadTo(ListAddress.ALL, context);
  }

  /** Keeps the note on an entry, moves it or takes it off. */
  public void entry(Context context) {
    QueryString form = ListForms.of(context, archive);
    ReadingList list = seen(context.pathParam("id"), context);
    String fingerprint = ListForms.required(form, "entry");
    String action = ListForms.required(form, "action");
    changed(() -> done(action, new Entry(list, fingerprint), form, lists(context)));
    String anchor = action.equals("take") ? "entries" : "e-" + fingerprint;
    leadTo(
        ListPage.address(list.id(), ListForms.value(form, "order"), ListForms.value(form, "page"))
            + "#"
            + QueryString.encode(anchor),
        context);
  }

  private record Entry(ReadingList list, String fingerprint) {}

  private static boolean done(String action, Entry entry, QueryString form, Lists lists) {
    String id = entry.list().id();
    return switch (action) {
      case "note" -> lists.note(id, entry.fingerprint(), note(form));
      case "up" -> move(entry, -1, lists);
      case "down" -> move(entry, 1, lists);
      case "take" -> lists.take(id, List.of(entry.fingerprint())) > 0;
      default -> throw new Refusal(Problem.badRequest("action takes note, up, down or take."));
    };
  }

  /** As typed, with line feeds as line ends. */
  private static String note(QueryString form) {
    return ListForms.value(form, "note").replace("\r\n", "\n").strip();
  }

  private static boolean move(Entry entry, int by, Lists lists) {
    List<String> order =
        lists.entries(entry.list().id()).stream()
            .map(ListEntry::article)
            .map(ArticleRef::fingerprint)
            .toList();
    int place = order.indexOf(entry.fingerprint()) + 1 + by;
    return lists.move(entry.list().id(), entry.fingerprint(), place);
  }

  /** Puts the articles of a table or of ids on a list. */
  public void importInto(Context context) {
    QueryString form = ListForms.importOf(context, archive);
    ReadingList list = seen(context.pathParam("id"), context);
    Map<String, String> notes =
        changed(() -> ListImport.read(new StringReader(ListForms.required(form, "table"))));
    NewEntries found = NewEntries.of(notes, archive.engine());
    changed(
        () -> {
          int added = lists(context).put(list.id(), found.entries());
          desk(context).log("list imported", Map.of("list", list.id(), "added", added));
          return added;
        });
    leadTo(ListAddress.page(list.id()) + "?unknown=" + found.unknown().size(), context);
  }

  /** Begins to keep what is read, or erases it and keeps no more. */
  public void reading(Context context) {
    QueryString form = ListForms.of(context, archive);
    boolean isOn = ListForms.required(form, "keep").equals("on");
    changed(
        () -> {
          if (isOn) {
            desk(context).readMarks().turnOn(user(context));
          } else {
            desk(context).readMarks().erase(user(context));
          }
          return form;
        });
    leadTo(ListAddress.ALL + "#reading", context);
  }

  private String user(Context context) {
    return archive.lists().user(context);
  }

  private ReadingList seen(String id, Context context) {
    return changed(() -> lists(context).find(user(context), id))
        .filter(list -> list.id().equals(id))
        .orElseThrow(() -> new Refusal(ListsHandler.noList()));
  }

  private static <T> T changed(Supplier<T> change) {
    try {
      return change.get();
    } catch (ListRuleException e) {
      throw ListForms.refused(e);
    } catch (NotOwnerException e) {
      throw ListForms.forbidden(e);
    } catch (DeskException e) {
      throw ReaderLists.unavailable(e);
    }
  }

  private static void leadTo(String address, Context context) {
    context.redirect(address, HttpStatus.SEE_OTHER);
  }
}
