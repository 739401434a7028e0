package broadsheet.web.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the notes of a form, as in {@code /lists/{id}/entry.json}.
 *
 * @param notes those that were changed
 */
record NotesView(List<Kept> notes) {

  /**
   * A note.
   *
   * @param entry the fingerprint of its article
   * @param saved whether the typed note is kept
   * @param note what is kept: the typed note or, if somebody else changed it meanwhile, theirs;
   *     null if the article is not on the list any more
   * @param seen names the kept note, for the next change
   */
  record Kept(String entry, boolean saved, @Nullable String note, String seen) {}

  /** Whether all are kept. */
  boolean isSaved() {
    return notes.stream().allMatch(Kept::saved);
  }
}
