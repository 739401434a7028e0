package broadsheet.web.words;

import broadsheet.engine.EngineBusyException;
import broadsheet.engine.words.Forms;
import broadsheet.engine.words.WordSet;
import broadsheet.engine.words.Workbench;
import broadsheet.query.QueryNode;
import broadsheet.query.tree.TypedForms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The forms of a query's matches, as JSON.
 *
 * @param typed the number of matches of the words as typed; null where the query has no word with
 *     other forms, as if all are phrases and patterns
 * @param anyEnding the number of matches of every form that a search finds
 * @param isExact whether all articles were read for these numbers
 * @param forms the forms of all these matches, the most frequent first
 */
public record FormsView(
    @Nullable Long typed, long anyEnding, boolean isExact, List<Forms.Form> forms) {

  private static final int MOST = 200;

  /** The forms of a set; null where it has no matches, or there was no time to count them. */
  static @Nullable FormsView of(WordSet set, Workbench workbench) {
    if (set.query() instanceof QueryNode.Everything) {
      return null;
    }
    try {
      Forms any = workbench.forms(set.typed(false), MOST);
      if (TypedForms.of(set.query(), _ -> false).equals(set.query())) {
        return any.matches() == 0 ? null : new FormsView(null, any);
      }
      Forms typed = workbench.forms(set.typed(true), 1);
      return new FormsView(
          typed.matches(),
          any.matches(),
          any.extent().isExact() && typed.extent().isExact(),
          any.forms());
    } catch (EngineBusyException e) {
      return null;
    }
  }

  private FormsView(@Nullable Long typed, Forms any) {
    this(typed, any.matches(), any.extent().isExact(), any.forms());
  }
}
