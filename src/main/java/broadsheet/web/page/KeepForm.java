package broadsheet.web.page;

import broadsheet.web.address.QueryString;
import java.util.List;

/**
 * The form that puts articles of a page on lists.
 *
 * @param fields what leads back to the page
 * @param lists the names of the reader's lists by id, the last used first
 */
public record KeepForm(List<QueryString.Pair> fields, List<Choice> lists) {

  /** A list to choose. */
  public record Choice(String id, String name) {}
}
