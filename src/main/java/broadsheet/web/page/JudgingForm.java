package broadsheet.web.page;

import broadsheet.address.QueryString;
import java.util.List;

/**
 * The form that judges a hit.
 *
 * @param anchor its anchor in the page
 * @param fields the hidden fields: the search and the hit
 * @param isRelevant whether the hit is judged relevant
 * @param isNotRelevant whether it is judged not relevant; both are false if it is not judged
 */
public record JudgingForm(
    String anchor, List<QueryString.Pair> fields, boolean isRelevant, boolean isNotRelevant) {

  public JudgingForm {
    fields = List.copyOf(fields);
  }

  public boolean isJudged() {
    return isRelevant || isNotRelevant;
  }
}
