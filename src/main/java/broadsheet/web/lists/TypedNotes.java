package broadsheet.web.lists;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toList;

import broadsheet.address.Problem;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import broadsheet.address.SearchParameters;
import broadsheet.desk.Actor;
import broadsheet.desk.DeskException;
import broadsheet.desk.ListedArticle;
import broadsheet.desk.Lists;
import broadsheet.desk.ReadingList;
import broadsheet.web.link.ListAddress;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.Renderer;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Saves the notes typed on a page, and returns those that cannot be saved. */
final class TypedNotes {

  private static final Problem CHANGED =
      new Problem(
          "Somebody else changed this note",
          409,
          "Nothing is lost: your note is below, beside the one that is saved. All other notes of"
              + " the page are saved.");

  private final Archive archive;
  private final Renderer renderer;
  private final ListAccess access;

  TypedNotes(Archive archive, Renderer renderer) {
    this.archive = archive;
    this.renderer = renderer;
    this.access = new ListAccess(archive);
  }

  /** Saves the notes of a form. Returns which were saved. */
  NotesView kept(ReadingList list, QueryString form, Context context) {
    List<TypedNote> typed = TypedNote.of(form).stream().filter(TypedNote::isChanged).toList();
    boolean isBoth = ListForms.value(form, "action").equals("both");
    return new NoteKeeping(access.lists(context)).keep(list.id(), typed, isBoth);
  }

  /**
   * Saves all notes of the form and returns the list of the address. If one cannot be saved,
   * answers with a page that gives them back.
   *
   * @param right checks that the reader may do this; otherwise nothing is saved
   */
  Optional<ReadingList> saved(
      QueryString form, BiConsumer<Actor, ReadingList> right, Context context) {
    try {
      ReadingList list = access.allowed(context.pathParam("id"), right, context);
      NotesView kept = ListAccess.changed(() -> kept(list, form, context));
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
   * @param others the notes that somebody else changed meanwhile, by entry; none for other problems
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

  /** The headlines of a list by fingerprint; none if the reader cannot see it. */
  private Map<String, String> titles(String id, Context context) {
    Map<String, String> titles = new HashMap<>();
    Lists lists = access.lists(context);
    try {
      lists.find(access.user(context), id).stream()
          .map(ReadingList::id)
          .flatMap(
              list ->
                  Stream.concat(
                      lists.entries().of(list).stream(), lists.entries().taken(list).stream()))
          .collect(
              collectingAndThen(toList(), all -> ListedArticle.of(all, archive.engine()).stream()))
          .map(ListedArticle::entry)
          .forEach(entry -> titles.put(entry.article().fingerprint(), entry.title()));
    } catch (DeskException e) {
      // what was typed matters more
    }
    return titles;
  }

  /**
   * Saves notes that were typed into a form. No note replaces one that somebody else changed
   * meanwhile.
   */
  private record NoteKeeping(Lists lists) {

    /**
     * Keeps notes.
     *
     * @param list the id of the list
     * @param isBoth whether to keep both notes where somebody else changed one meanwhile
     */
    NotesView keep(String list, List<TypedNote> typed, boolean isBoth) {
      return new NotesView(typed.stream().map(each -> keep(list, each, isBoth)).toList());
    }

    private NotesView.Kept keep(String list, TypedNote typed, boolean isBoth) {
      String[] kept = {""};
      boolean isThere =
          lists
              .entries()
              .note(
                  list,
                  typed.entry(),
                  known -> {
                    kept[0] =
                        isBoth ? typed.and(known) : typed.mayReplace(known) ? typed.text() : known;
                    return kept[0];
                  });
      boolean isSaved = isThere && (isBoth || kept[0].equals(typed.text()));
      return new NotesView.Kept(
          typed.entry(), isSaved, isThere ? kept[0] : null, TypedNote.mark(kept[0]));
    }
  }
}
