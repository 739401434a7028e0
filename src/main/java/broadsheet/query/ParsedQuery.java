package broadsheet.query;

import java.util.List;

/**
 * A query as it was understood.
 *
 * @param text what the reader typed, unchanged
 * @param root what it means
 * @param reading the same in plain words, with its grouping visible; never empty
 * @param notes what was corrected or chosen on the reader's behalf, a sentence each; may be empty
 */
public record ParsedQuery(String text, QueryNode root, String reading, List<String> notes) {
  public ParsedQuery {
    notes = List.copyOf(notes);
  }
}
