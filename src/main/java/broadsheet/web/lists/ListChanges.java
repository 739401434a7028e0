package broadsheet.web.lists;

import broadsheet.address.Problem;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import broadsheet.article.ArticleRef;
import broadsheet.desk.Actor;
import broadsheet.desk.Lists;
import broadsheet.desk.ReadingList;
import broadsheet.desk.Sharing;
import broadsheet.export.ListImport;
import broadsheet.export.NewEntries;
import broadsheet.operation.Parameter;
import broadsheet.web.link.ListAddress;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.Renderer;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.StringReader;
import java.util.List;
import java.util.Map;

/**
 * Changes lists and read marks by forms. Each answer leads back to the page of the form. Open only
 * to clients that may make changes.
 */
public final class ListChanges {

  /** The buttons of a single entry of a list. */
  private static final List<String> MOVES = List.of("save", "up", "down", "take", "restore");

  /** The actions on the entry that is named beside them. */
  private static final List<String> ACTIONS =
      List.of("note", "both", "up", "down", "take", "restore");

  /** Turns read marks on or off. */
  public static final String READING = ListAddress.ALL + "/reading";

  private final Archive archive;
  private final Renderer renderer;
  private final ListAccess access;
  private final ArticleMarks marks;
  private final TypedNotes typed;

  public ListChanges(Archive archive, Renderer renderer) {
    this.archive = archive;
    this.renderer = renderer;
    this.access = new ListAccess(archive);
    this.marks = new ArticleMarks(archive);
    this.typed = new TypedNotes(archive, renderer);
  }

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    String one = ListAddress.page("{id}");
    Parameter name = Parameter.text("name", "the name of the list");
    return List.of(
        Operation.form(ListAddress.ALL, "Make a list").taking(name.required()),
        ArticleMarks.operation(),
        Operation.form(one + "/entry", "Save notes, and change an entry of a list")
            .taking(
                Parameter.text(TypedNote.ENTRY, "the fingerprint of an article")
                    .repeatable(0)
                    .required())
            .taking(notes())
            .taking(Parameter.word("action", "what to do with a single entry", ACTIONS))
            .taking(
                MOVES.stream()
                    .map(move -> Parameter.text(move, "the fingerprint of the entry to " + move))
                    .toList()),
        Operation.formForJson(one + "/entry.json", "Save notes", NotesView.class)
            .taking(Parameter.text(TypedNote.ENTRY, "the fingerprint of an article").repeatable(0))
            .taking(notes()),
        Operation.form(one + "/change", "Rename a list, and share it or not")
            .taking(
                name,
                Parameter.text("shared", "not empty if all users see it"),
                Parameter.text("editable", "not empty if they may change its articles and notes")),
        Operation.form(one + "/import", "Put the articles of a table on a list")
            .taking(
                Parameter.text("table", "an id a line, or CSV with a column id and perhaps note")
                    .required()),
        Operation.form(one + "/remove", "Remove a list with its notes")
            .taking(Parameter.number("articles", "how many it had when its removal was confirmed")),
        Operation.form(READING, "Keep what is read, or erase it")
            .taking(
                Parameter.word("keep", "on keeps read marks; off erases them", List.of("on", "off"))
                    .required()));
  }

  private static List<Parameter> notes() {
    return List.of(
        Parameter.text(
                TypedNote.SEEN,
                "after its entry: names the note there was, as in the page; a note that changed"
                    + " since is not replaced")
            .repeatable(0),
        Parameter.text(TypedNote.NOTE, "after its entry: the new note").repeatable(0));
  }

  /** Makes a list. */
  public void create(Context context) {
    QueryString form = ListForms.of(context, archive);
    ReadingList list =
        ListAccess.changed(
            () ->
                access.lists(context).create(access.user(context), ListForms.value(form, "name")));
    ListAccess.leadTo(ListAddress.page(list.id()), context);
  }

  /** Puts articles on a list, or marks one; see {@link ArticleMarks#put}. */
  public void put(Context context) {
    marks.put(context);
  }

  /** Renames a list, and shares it or not. */
  public void change(Context context) {
    QueryString form = ListForms.notesOf(context, archive);
    typed
        .saved(form, Actor::requireOwned, context)
        .ifPresent(
            list -> {
              Sharing sharing =
                  Sharing.of(
                      !ListForms.value(form, "shared").isEmpty(),
                      !ListForms.value(form, "editable").isEmpty());
              ListAccess.changed(
                  () ->
                      access
                          .lists(context)
                          .change(list.id(), ListForms.value(form, "name"), sharing));
              ListAccess.leadTo(ListAddress.page(list.id()), context);
            });
  }

  /** Removes a list. */
  public void remove(Context context) {
    QueryString form = ListForms.notesOf(context, archive);
    ReadingList list = access.allowed(context.pathParam("id"), Actor::requireOwned, context);
    requireConfirmed(list, ListForms.value(form, "articles"));
    ListAccess.changed(() -> access.lists(context).remove(list.id()));
    ListAccess.leadTo(ListAddress.ALL, context);
  }

  /** Requires that a list still has as many articles as were confirmed. */
  private static void requireConfirmed(ReadingList list, String confirmed) {
    if (!confirmed.isEmpty() && !confirmed.equals(Integer.toString(list.entries()))) {
      throw new Refusal(
          new Problem(
              "The list has changed",
              409,
              "It has %s now, and nothing was deleted. Look at it again."
                  .formatted(FormattedCount.of(list.entries(), "article"))));
    }
  }

  /** Saves the notes of the form, then moves an entry, takes it off or puts it back. */
  public void entry(Context context) {
    QueryString form = ListForms.notesOf(context, archive);
    Pressed pressed = Pressed.of(form);
    typed
        .saved(form, Actor::requireEditable, context)
        .ifPresent(
            list -> {
              ListAccess.changed(() -> done(pressed, list, access.lists(context)));
              ListAccess.leadTo(pressed.place(list, form), context);
            });
  }

  /**
   * A button of a page with entries.
   *
   * @param entry the fingerprint of the one it is about
   */
  private record Pressed(String action, String entry) {

    static Pressed of(QueryString form) {
      for (String move : MOVES) {
        if (!form.filled(move).isEmpty()) {
          return new Pressed(move, ListForms.value(form, move));
        }
      }
      String action = ListForms.required(form, "action");
      if (!ACTIONS.contains(action)) {
        throw new Refusal(Problem.badRequest("action takes " + String.join(", ", ACTIONS) + "."));
      }
      return new Pressed(action, ListForms.required(form, TypedNote.ENTRY));
    }

    /** The address to return to. */
    String place(ReadingList list, QueryString form) {
      String page =
          ListPage.address(
              list.id(), ListForms.value(form, "order"), ListForms.value(form, "page"));
      return action.equals("take")
          ? page + (page.contains("?") ? "&" : "?") + Keeping.REMOVED + "=" + entry + "#undo"
          : page + "#" + QueryString.encode("e-" + entry);
    }
  }

  private static boolean done(Pressed pressed, ReadingList list, Lists lists) {
    return switch (pressed.action()) {
      case "up" -> move(list, pressed.entry(), -1, lists);
      case "down" -> move(list, pressed.entry(), 1, lists);
      case "take" -> lists.entries().take(list.id(), List.of(pressed.entry())) > 0;
      case "restore" -> lists.entries().restore(list.id(), pressed.entry());
      default -> true; // the notes are saved
    };
  }

  /** Saves the notes of a form and answers which were saved. */
  public void notes(Context context) {
    QueryString form = ListForms.notesOf(context, archive);
    ReadingList list = access.allowed(context.pathParam("id"), Actor::requireEditable, context);
    NotesView kept = ListAccess.changed(() -> typed.kept(list, form, context));
    context.status(kept.isSaved() ? HttpStatus.OK : HttpStatus.CONFLICT);
    Body.send(context, renderer.json(kept));
  }

  private static boolean move(ReadingList list, String fingerprint, int by, Lists lists) {
    List<String> order =
        lists.entries().articles(list.id()).stream().map(ArticleRef::fingerprint).toList();
    return lists.entries().move(list.id(), fingerprint, order.indexOf(fingerprint) + 1 + by);
  }

  /** Puts the articles of a table or of ids on a list. */
  public void importInto(Context context) {
    QueryString form = ListForms.notesOf(context, archive);
    typed
        .saved(form, Actor::requireEditable, context)
        .ifPresent(list -> importInto(list, form, context));
  }

  private void importInto(ReadingList list, QueryString form, Context context) {
    Map<String, String> notes =
        ListAccess.changed(
            () -> ListImport.read(new StringReader(ListForms.required(form, "table"))));
    NewEntries found = NewEntries.of(notes, archive.engine());
    ListAccess.changed(
        () -> {
          int added = access.lists(context).entries().put(list.id(), found.entries());
          access.desk(context).log("list imported", Map.of("list", list.id(), "added", added));
          return added;
        });
    ListAccess.leadTo(ListAddress.page(list.id()) + "?unknown=" + found.unknown().size(), context);
  }

  /** Turns read marks on, or erases them and turns them off. */
  public void reading(Context context) {
    QueryString form = ListForms.of(context, archive);
    boolean isOn = ListForms.required(form, "keep").equals("on");
    ListAccess.changed(
        () -> {
          if (isOn) {
            access.desk(context).readMarks().turnOn(access.user(context));
          } else {
            access.desk(context).readMarks().erase(access.user(context));
          }
          return form;
        });
    ListAccess.leadTo(ListAddress.ALL + "#reading", context);
  }
}
