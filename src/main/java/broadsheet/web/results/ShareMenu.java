package broadsheet.web.results;

import broadsheet.web.address.QueryString;
import broadsheet.web.address.SearchParameters;
import broadsheet.web.page.AlertAddress;
import broadsheet.web.takeaway.ExportFormat;
import broadsheet.web.takeaway.FeedHandler;
import java.util.ArrayList;
import java.util.List;

/**
 * Actions on a search as a whole.
 *
 * @param permalink the search with all its choices, from the first page
 * @param follow ways to follow new results
 * @param forms export formats
 */
public record ShareMenu(String permalink, List<Link> follow, List<Link> forms) {

  /** An action and its address. */
  public record Link(String label, String href) {}

  static ShareMenu of(SearchParameters parameters) {
    QueryString all = parameters.whole().toQueryString();
    List<Link> forms = new ArrayList<>();
    for (ExportFormat format : ExportFormat.values()) {
      forms.add(new Link(format.label(), all.after(format.path())));
    }
    return new ShareMenu(
        parameters.withPage(1).toQueryString().after("/search"),
        List.of(
            new Link("Save as alert", AlertAddress.toSave(parameters)),
            new Link("Atom feed", FeedHandler.address(parameters))),
        forms);
  }
}
