package broadsheet.web.results;

import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.engine.result.SearchResults;
import broadsheet.export.ArticleFormats;
import broadsheet.web.link.AlertAddress;
import broadsheet.web.link.CiteAddress;
import broadsheet.web.page.Rooms;
import broadsheet.web.takeaway.DownloadContent;
import broadsheet.web.takeaway.ExportHandler;
import broadsheet.web.takeaway.FeedHandler;
import java.util.List;
import java.util.stream.Stream;

/**
 * Actions on a search as a whole.
 *
 * @param permalink the search with all its choices, from the first page
 * @param follow ways to follow new results, to cite these, and to go on with them
 * @param forms export formats; none if the reader may not take articles away
 * @param content the content of an export
 * @param whole the formats with every reprint; none if no reprint is left out
 */
public record ShareMenu(
    String permalink,
    List<Link> follow,
    List<Link> forms,
    DownloadContent content,
    List<Link> whole) {

  /** The articles of an export, in words: their number where the reader may take all of them. */
  public String share() {
    return content.withheld().isEmpty() ? content.share() : "articles";
  }

  /** An action and its address. */
  public record Link(String label, String href) {}

  static ShareMenu of(SearchParameters parameters, SearchResults results, Rooms rooms) {
    DownloadContent content = DownloadContent.of(results);
    return new ShareMenu(
        parameters.withPage(1).toQueryString().after("/search"),
        Stream.of(
                new Link("Save as alert", rooms.mayChange() ? AlertAddress.toSave(parameters) : ""),
                new Link(
                    "Atom feed of the newest " + FeedHandler.NEWEST,
                    FeedHandler.address(parameters)),
                new Link("Cite this search", CiteAddress.page(parameters)),
                new Link(
                    "Words in context",
                    rooms.hasWords() ? parameters.asked().toQueryString().after("/words") : ""))
            .filter(link -> !link.href().isEmpty())
            .toList(),
        rooms.mayExport() ? forms(parameters.whole()) : List.of(),
        content,
        content.grouped() == 0 || !rooms.mayExport()
            ? List.of()
            : forms(parameters.whole().withDuplicates(true)));
  }

  private static List<Link> forms(SearchParameters parameters) {
    QueryString search = parameters.toQueryString();
    return ArticleFormats.ofSearches().stream()
        .map(format -> new Link(format.label(), format.link(search, ExportHandler.path(format))))
        .toList();
  }
}
