package broadsheet.lucene.explain;

import broadsheet.engine.result.Explanation.Numbers;
import broadsheet.lucene.analysis.TermForm;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.search.Explanation;

/** Converts Lucene's explanation of a score to a tree that can be printed. Not thread-safe. */
final class ScoreNumbers {

  /** The most steps in an explanation: a pattern may match very many words. */
  private static final int MOST_STEPS = 2_000;

  /** Follows the term: {@code weight(body:oil in 3) [BM25Similarity], result of:}. */
  private static final Pattern SIMILARITY = Pattern.compile(" \\[\\w+](?=, result of:$)");

  private int left = MOST_STEPS;

  /** The explanation without branches that did not match. */
  Numbers of(Explanation step) {
    left--;
    List<Numbers> details = new ArrayList<>();
    for (Explanation detail : step.getDetails()) {
      if (detail.isMatch() && left > 0) {
        details.add(of(detail));
      }
    }
    return new Numbers(
        step.getValue().doubleValue(), printable(step.getDescription()), List.copyOf(details));
  }

  /**
   * Replaces the control characters that mark stems and borders in the index, which are not allowed
   * on a page, and leaves out the class that Lucene scores with.
   */
  private static String printable(String description) {
    return SIMILARITY
        .matcher(description)
        .replaceFirst("")
        .replace(String.valueOf(TermForm.STEM_MARK), "stem:")
        .replaceAll("\\p{Cntrl}", "·");
  }
}
