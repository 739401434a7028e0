package broadsheet.web.iiif;

import java.util.List;

/**
 * A match of a query in an issue. Immutable.
 *
 * @param before the text before it
 * @param exact the text that matched
 * @param after the text after it
 * @param targets its places in print, as parts of canvases; several if it crosses lines; never
 *     empty
 */
record IssueMatch(String before, String exact, String after, List<String> targets) {
  IssueMatch {
    targets = List.copyOf(targets);
  }
}
