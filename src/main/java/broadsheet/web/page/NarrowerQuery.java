package broadsheet.web.page;

import broadsheet.query.CanonicalText;
import broadsheet.query.QueryNode;
import java.util.List;

/** Narrows a query: writes its text with one more required word. */
public final class NarrowerQuery {
  private NarrowerQuery() {}

  /** The query with a word that was read in an article. */
  public static String of(QueryNode root, String word) {
    return CanonicalText.of(
        root instanceof QueryNode.Everything
            ? node(word)
            : new QueryNode.AllOf(List.of(root, node(word))));
  }

  /** A word that contains punctuation could mean something else in a query. */
  private static QueryNode node(String word) {
    return word.codePoints().allMatch(Character::isLetterOrDigit)
        ? new QueryNode.Word(word)
        : new QueryNode.Phrase(word, 0);
  }
}
