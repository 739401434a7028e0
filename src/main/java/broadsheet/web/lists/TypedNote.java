package broadsheet.web.lists;

import broadsheet.address.QueryString;
import broadsheet.article.Sha256;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A note as it was typed into a form.
 *
 * @param entry the fingerprint of its article
 * @param seen the {@link #mark} of the note that was there when the reader began; empty if the form
 *     does not say
 * @param text with line feeds as line ends
 */
record TypedNote(String entry, String seen, String text) {

  private static final int MARK_BYTES = 8;

  /** The fields of a form that a note is made of. */
  static final String ENTRY = "entry";

  static final String SEEN = "seen";
  static final String NOTE = "note";

  /** The notes of a form: each follows the entry that it belongs to. */
  static List<TypedNote> of(QueryString form) {
    List<TypedNote> notes = new ArrayList<>();
    String entry = "";
    String seen = "";
    for (QueryString.Pair pair : form.pairs()) {
      switch (pair.name()) {
        case ENTRY -> {
          entry = pair.value();
          seen = "";
        }
        case SEEN -> seen = pair.value();
        case NOTE -> notes.add(new TypedNote(entry, seen, kept(pair.value())));
        default -> {}
      }
    }
    return notes;
  }

  private static String kept(String typed) {
    return typed.replace("\r\n", "\n").strip();
  }

  /** Whether it differs from the note that the reader saw. */
  boolean isChanged() {
    return !seen.equals(mark(text));
  }

  /** Whether it may replace a note: the one that the reader saw, or one with the same words. */
  boolean mayReplace(String known) {
    return seen.isEmpty() || seen.equals(mark(known)) || text.equals(known);
  }

  /** It and another note on the same article, both once. */
  String and(String known) {
    return known.contains(text) ? known : text.contains(known) ? text : known + "\n\n" + text;
  }

  /** A short hash of a note; notes that differ have different ones. */
  static String mark(String note) {
    return HexFormat.of().formatHex(Sha256.of(note), 0, MARK_BYTES);
  }
}
