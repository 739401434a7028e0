package broadsheet.web.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of saving the notes of a form, as in {@code /lists/{id}/entry.json}.
 *
 * @param notes the notes that were changed
 */
record NotesView(List<Kept> notes) {

  /**
   * A note.
   *
   * @param entry the fingerprint of its article
   * @param saved whether the typed note was saved
   * @param note the stored text: the typed note or, if somebody else changed it meanwhile, theirs;
   *     null if the article is no longer on the list
   * @param seen identifies the stored note, for the next change
   */
  record Kept(String entry, boolean saved, @Nullable String note, String seen) {}

  /** Whether all are saved. */
  boolean isSaved() {
    return notes.stream().allMatch(Kept::saved);
  }
}
