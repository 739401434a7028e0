package broadsheet.lucene.explain;

import broadsheet.engine.result.Explanation.Numbers;
import broadsheet.lucene.analysis.Terms;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Explanation;

/** Turns Lucene's account of a score into ours. Not shared between threads. */
final class ScoreNumbers {

  /** A pattern may stand for very many words; so many steps are told in all. */
  private static final int MOST_STEPS = 2_000;

  private int left = MOST_STEPS;

  /** The account, without branches that did not match. */
  Numbers of(Explanation step) {
    left--;
    List<Numbers> details = new ArrayList<>();
    for (Explanation detail : step.getDetails()) {
      if (detail.isMatch() && left > 0) {
        details.add(of(detail));
      }
    }
    return new Numbers(
        step.getValue().doubleValue(), told(step.getDescription()), List.copyOf(details));
  }

  /** The index marks stems and borders by control characters, which no page may hold. */
  private static String told(String description) {
    return description
        .replace(String.valueOf(Terms.STEM_MARK), "stem:")
        .replaceAll("\\p{Cntrl}", "·");
  }
}
