package broadsheet.web.lists;

import broadsheet.desk.Lists;
import java.util.List;

/**
 * Saves notes that were typed into a form. No note replaces one that somebody else changed
 * meanwhile.
 */
record NoteKeeping(Lists lists) {

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
        lists.note(
            list,
            typed.entry(),
            known -> {
              kept[0] = isBoth ? typed.and(known) : typed.mayReplace(known) ? typed.text() : known;
              return kept[0];
            });
    boolean isSaved = isThere && (isBoth || kept[0].equals(typed.text()));
    return new NotesView.Kept(
        typed.entry(), isSaved, isThere ? kept[0] : null, TypedNote.mark(kept[0]));
  }
}
