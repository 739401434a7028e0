package broadsheet.query;

import java.util.List;

/**
 * A query and its interpretation.
 *
 * @param text the typed text, unchanged
 * @param root its meaning, as a tree
 * @param reading its meaning in plain words, with its grouping visible; never empty
 * @param notes the corrections and choices made for the reader, a sentence each; may be empty
 */
public record ParsedQuery(String text, QueryNode root, String reading, List<String> notes) {
  public ParsedQuery {
    notes = List.copyOf(notes);
  }
}
