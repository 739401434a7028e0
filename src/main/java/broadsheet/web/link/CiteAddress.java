package broadsheet.web.link;

import broadsheet.address.SearchParameters;

/** The addresses at which a search is cited and recorded. */
public final class CiteAddress {

  /** The page that cites a search. */
  public static final String PAGE = "/cite";

  /** The receipt of a search. */
  public static final String RECEIPT = "/search.receipt.json";

  private CiteAddress() {}

  /** The page that cites this search. */
  public static String page(SearchParameters search) {
    return search.whole().toQueryString().after(PAGE);
  }

  /** The receipt of this search. */
  public static String receipt(SearchParameters search) {
    return search.whole().toQueryString().after(RECEIPT);
  }
}
