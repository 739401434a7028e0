package broadsheet.web.page;

import broadsheet.web.address.QueryString;
import java.util.List;

/**
 * The form at a hit by which it is said whether it is relevant.
 *
 * @param anchor its name in the page
 * @param fields what it sends beside the judgement: the search, and the hit
 * @param isRelevant whether it is said to be
 * @param isNotRelevant whether it is said not to be; neither where nothing is said
 */
public record JudgingForm(
    String anchor, List<QueryString.Pair> fields, boolean isRelevant, boolean isNotRelevant) {

  public JudgingForm {
    fields = List.copyOf(fields);
  }

  /** Whether anything is said. */
  public boolean isJudged() {
    return isRelevant || isNotRelevant;
  }
}
