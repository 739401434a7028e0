package broadsheet.web.lists;

import broadsheet.article.ArticleRef;
import broadsheet.desk.Actor;
import broadsheet.desk.Desk;
import broadsheet.desk.DeskException;
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
import broadsheet.web.page.Body;
import broadsheet.web.page.KeepForm;
import broadsheet.web.page.ListAddress;
import broadsheet.web.page.PrintedCount;
import broadsheet.web.page.ReaderLists;
import broadsheet.web.page.Renderer;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Changes lists and read marks by forms. Each answer leads back to the page of the form. Open only
 * to clients that may make changes.
 */
public final class ListChanges {

  /** The list that a star makes where there is none yet. */
  private static final String FIRST_LIST = "Saved articles";

  /** The buttons of a single article in a form. */
  private static final List<String> BUTTONS =
      List.of("star", "unstar", "restore", "read", "unread");

  /** The buttons of a single entry of a list. */
  private static final List<String> MOVES = List.of("save", "up", "down", "take", "restore");

  /** What can be done with an entry that is named beside. */
  private static final List<String> ACTIONS =
      List.of("note", "both", "up", "down", "take", "restore");

  private static final Problem CHANGED =
      new Problem(
          "Somebody else changed this note",
          409,
          "Nothing is lost: your note is below, beside the one that is saved. All other notes of"
              + " the page are saved.");

  /** Takes whether what is read is kept. */
  public static final String READING = ListAddress.ALL + "/reading";

  private final Archive archive;
  private final Renderer renderer;

  public ListChanges(Archive archive, Renderer renderer) {
    this.archive = archive;
    this.renderer = renderer;
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
                Input.text(KeepForm.TARGET, "the id of the list that stars change; likewise"),
                Input.text("name", "the name of a new list"))
            .taking(
                BUTTONS.stream()
                    .map(button -> Input.text(button, "the id of an article to " + button))
                    .toList())
            .taking(Input.text(Keeping.ARTICLE_PAGE, "the article whose page to return to"))
            .taking(Input.search()),
        Operation.form(one + "/entry", "Save notes, and change an entry of a list")
            .taking(
                Input.text(TypedNote.ENTRY, "the fingerprint of an article")
                    .repeatable(0)
                    .required())
            .taking(notes())
            .taking(Input.word("action", "what to do with a single entry", ACTIONS))
            .taking(
                MOVES.stream()
                    .map(move -> Input.text(move, "the fingerprint of the entry to " + move))
                    .toList()),
        Operation.formForJson(one + "/entry.json", "Save notes", NotesView.class)
            .taking(Input.text(TypedNote.ENTRY, "the fingerprint of an article").repeatable(0))
            .taking(notes()),
        Operation.form(one + "/change", "Rename a list, and share it or not")
            .taking(
                name,
                Input.text("shared", "not empty if all users see it"),
                Input.text("editable", "not empty if they may change its articles and notes")),
        Operation.form(one + "/import", "Put the articles of a table on a list")
            .taking(
                Input.text("table", "an id a line, or CSV with a column id and perhaps note")
                    .required()),
        Operation.form(one + "/remove", "Remove a list with its notes")
            .taking(Input.number("articles", "how many it had when its removal was confirmed")),
        Operation.form(READING, "Keep what is read, or erase it")
            .taking(
                Input.word("keep", "on keeps read marks; off erases them", List.of("on", "off"))
                    .required()));
  }

  private static List<Input> notes() {
    return List.of(
        Input.text(
                TypedNote.SEEN,
                "after its entry: names the note there was, as in the page; a note that changed"
                    + " since is not replaced")
            .repeatable(0),
        Input.text(TypedNote.NOTE, "after its entry: the new note").repeatable(0));
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
   * read mark. What a star takes off can be put back on the page it leads to.
   */
  public void put(Context context) {
    QueryString form = ListForms.of(context, archive);
    String one = one(form);
    Optional<String> removed =
        changed(
            () -> {
              switch (buttonOf(form)) {
                case "star" -> put(target(form, context), List.of(one), context);
                case "unstar" -> {
                  return unstarred(one, form, context);
                }
                case "restore" -> lists(context).restore(target(form, context).id(), one);
                case "read" -> desk(context).readMarks().mark(user(context), ref(one), true);
                case "unread" -> desk(context).readMarks().mark(user(context), ref(one), false);
                default -> put(chosen(form, context), form.filled("article"), context);
              }
              return Optional.empty();
            });
    String page = ListForms.value(form, Keeping.ARTICLE_PAGE);
    String path = page.isEmpty() ? "/search" : ArticleAddress.path(page);
    List<QueryString.Pair> pairs =
        new ArrayList<>(SearchParameters.of(form).toQueryString().pairs());
    removed.ifPresent(name -> pairs.add(new QueryString.Pair(Keeping.REMOVED, name)));
    String anchor = one.isEmpty() ? "keep" : "kept-" + anchorId(one, form, context);
    leadTo(new QueryString(pairs).after(path) + "#" + QueryString.encode(anchor), context);
  }

  /** The name of the button that was pressed; empty for the one of the ticked articles. */
  private static String buttonOf(QueryString form) {
    return BUTTONS.stream().filter(name -> !form.filled(name).isEmpty()).findFirst().orElse("");
  }

  private static String one(QueryString form) {
    return buttonOf(form).isEmpty() ? "" : ListForms.value(form, buttonOf(form));
  }

  /** The id of the article a button was about; what is put back is named by its fingerprint. */
  private String anchorId(String one, QueryString form, Context context) {
    return buttonOf(form).equals("restore")
        ? lists(context).articles(target(form, context).id()).stream()
            .filter(ref -> ref.fingerprint().equals(one))
            .findFirst()
            .map(ref -> archive.engine().idsOf(List.of(ref)).getOrDefault(ref, ref.id()))
            .orElse(one)
        : one;
  }

  private void put(ReadingList list, List<String> ids, Context context) {
    lists(context).put(list.id(), NewEntries.of(ids, archive.engine()).entries());
  }

  /**
   * Takes an article off the list that the star shows, by fingerprint or id.
   *
   * @return names it for the page that offers to put it back; empty if it was not on the list
   */
  private Optional<String> unstarred(String id, QueryString form, Context context) {
    ArticleRef wanted = ref(id);
    ReadingList list = target(form, context);
    return lists(context).articles(list.id()).stream()
        .filter(on -> on.fingerprint().equals(wanted.fingerprint()) || on.id().equals(wanted.id()))
        .map(ArticleRef::fingerprint)
        .filter(fingerprint -> lists(context).take(list.id(), List.of(fingerprint)) > 0)
        .map(fingerprint -> list.id() + "." + fingerprint)
        .findFirst();
  }

  /** The list that the stars of the page change: the one last used when it was shown. */
  private ReadingList target(QueryString form, Context context) {
    String shown = ListForms.value(form, KeepForm.TARGET);
    return shown.isEmpty() ? target(context) : allowed(shown, Actor::requireEditable, context);
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
    QueryString form = ListForms.notesOf(context, archive);
    withNotes(form, Actor::requireOwned, context)
        .ifPresent(
            list -> {
              Sharing sharing =
                  Sharing.of(
                      !ListForms.value(form, "shared").isEmpty(),
                      !ListForms.value(form, "editable").isEmpty());
              changed(
                  () -> lists(context).change(list.id(), ListForms.value(form, "name"), sharing));
              leadTo(ListAddress.page(list.id()), context);
            });
  }

  /** Removes a list. */
  public void remove(Context context) {
    QueryString form = ListForms.notesOf(context, archive);
    ReadingList list = allowed(context.pathParam("id"), Actor::requireOwned, context);
    requireConfirmed(list, ListForms.value(form, "articles"));
    changed(() -> lists(context).remove(list.id()));
    leadTo(ListAddress.ALL, context);
  }

  /** Requires that a list still has as many articles as were confirmed. */
  private static void requireConfirmed(ReadingList list, String confirmed) {
    if (!confirmed.isEmpty() && !confirmed.equals(Integer.toString(list.entries()))) {
      throw new Refusal(
          new Problem(
              "The list has changed",
              409,
              "It has %s now, and nothing was deleted. Look at it again."
                  .formatted(PrintedCount.of(list.entries(), "article"))));
    }
  }

  /** Saves the notes of the form, then moves an entry, takes it off or puts it back. */
  public void entry(Context context) {
    QueryString form = ListForms.notesOf(context, archive);
    Pressed pressed = Pressed.of(form);
    withNotes(form, Actor::requireEditable, context)
        .ifPresent(
            list -> {
              changed(() -> done(pressed, list, lists(context)));
              leadTo(pressed.place(list, form), context);
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

    /** Where to return to. */
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
      case "take" -> lists.take(list.id(), List.of(pressed.entry())) > 0;
      case "restore" -> lists.restore(list.id(), pressed.entry());
      default -> true; // the notes are saved
    };
  }

  /** Saves the notes of a form and says which are kept. */
  public void notes(Context context) {
    QueryString form = ListForms.notesOf(context, archive);
    ReadingList list = allowed(context.pathParam("id"), Actor::requireEditable, context);
    NotesView kept = changed(() -> kept(list, form, context));
    context.status(kept.isSaved() ? HttpStatus.OK : HttpStatus.CONFLICT);
    Body.send(context, renderer.json(kept));
  }

  private NotesView kept(ReadingList list, QueryString form, Context context) {
    List<TypedNote> typed = TypedNote.of(form).stream().filter(TypedNote::isChanged).toList();
    boolean isBoth = ListForms.value(form, "action").equals("both");
    return new NoteKeeping(lists(context)).keep(list.id(), typed, isBoth);
  }

  /**
   * The list of the address, once all notes of the form are saved. If one is not, answers with a
   * page that gives them back.
   *
   * @param right what the reader must be allowed to do, or nothing is saved
   */
  private Optional<ReadingList> withNotes(
      QueryString form, BiConsumer<Actor, ReadingList> right, Context context) {
    try {
      ReadingList list = allowed(context.pathParam("id"), right, context);
      NotesView kept = changed(() -> kept(list, form, context));
      if (kept.isSaved()) {
        return Optional.of(list);
      }
      Map<String, NotesView.Kept> others = new HashMap<>();
      kept.notes().stream()
          .filter(note -> !note.saved())
          .forEach(note -> others.put(note.entry(), note));
      giveBack(CHANGED, form, others, context);
    } catch (Refusal refusal) {
      if (TypedNote.of(form).stream().noneMatch(TypedNote::isChanged)) {
        throw refusal;
      }
      giveBack(refusal.problem(), form, Map.of(), context);
    }
    return Optional.empty();
  }

  /**
   * @param others what somebody else wrote meanwhile, by entry; none if it is not about that
   */
  private void giveBack(
      Problem problem, QueryString form, Map<String, NotesView.Kept> others, Context context) {
    String id = context.pathParam("id");
    Map<String, String> titles = titles(id, context);
    List<UnsavedPage.Unsaved> notes =
        TypedNote.of(form).stream()
            .filter(TypedNote::isChanged)
            .filter(typed -> others.isEmpty() || others.containsKey(typed.entry()))
            .map(typed -> unsaved(typed, titles, others))
            .toList();
    UnsavedPage page =
        new UnsavedPage(
            renderer.assets().frame(problem.title(), "lists.css", SearchParameters.none()),
            problem,
            ListAddress.page(id),
            ListForms.value(form, "order"),
            ListForms.value(form, "page"),
            notes);
    context.status(problem.status());
    Body.send(context, renderer.html("unsaved", page));
  }

  private static UnsavedPage.Unsaved unsaved(
      TypedNote typed, Map<String, String> titles, Map<String, NotesView.Kept> others) {
    NotesView.Kept theirs = others.get(typed.entry());
    return new UnsavedPage.Unsaved(
        typed.entry(),
        theirs == null ? typed.seen() : theirs.seen(),
        titles.getOrDefault(typed.entry(), "An article"),
        typed.text(),
        theirs == null ? null : theirs.note());
  }

  /** The headlines of a list by fingerprint; none where the reader cannot see it. */
  private Map<String, String> titles(String id, Context context) {
    Map<String, String> titles = new HashMap<>();
    Lists lists = lists(context);
    try {
      lists.find(user(context), id).stream()
          .map(ReadingList::id)
          .flatMap(list -> Stream.concat(lists.entries(list).stream(), lists.taken(list).stream()))
          .forEach(entry -> titles.put(entry.article().fingerprint(), entry.title()));
    } catch (DeskException e) {
      // what was typed matters more
    }
    return titles;
  }

  private static boolean move(ReadingList list, String fingerprint, int by, Lists lists) {
    List<String> order = lists.articles(list.id()).stream().map(ArticleRef::fingerprint).toList();
    return lists.move(list.id(), fingerprint, order.indexOf(fingerprint) + 1 + by);
  }

  /** Puts the articles of a table or of ids on a list. */
  public void importInto(Context context) {
    QueryString form = ListForms.notesOf(context, archive);
    withNotes(form, Actor::requireEditable, context)
        .ifPresent(list -> importInto(list, form, context));
  }

  private void importInto(ReadingList list, QueryString form, Context context) {
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

  /** The list with an id, if the reader has a right to it. */
  private ReadingList allowed(String id, BiConsumer<Actor, ReadingList> right, Context context) {
    ReadingList list = seen(id, context);
    try {
      right.accept(archive.lists().actor(context), list);
      return list;
    } catch (NotOwnerException e) {
      throw ListForms.forbidden(e);
    }
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
