package broadsheet.web.results;

import broadsheet.address.SearchParameters;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SortOrder;
import java.util.Arrays;
import java.util.List;

/** A sort order or search mode, and the same search with it. */
public record SortLink(String label, String href, boolean isCurrent) {

  /** All sort orders. */
  static List<SortLink> orders(SearchParameters parameters) {
    return Arrays.stream(SortOrder.values()).map(sort -> order(sort, parameters)).toList();
  }

  private static SortLink order(SortOrder sort, SearchParameters parameters) {
    String label =
        switch (sort) {
          case RELEVANCE -> "Relevance";
          case NEWEST -> "Newest first";
          case OLDEST -> "Oldest first";
          case ADDED -> "Recently added";
        };
    String href = parameters.withSort(sort).toQueryString().after("/search");
    return new SortLink(label, href, sort == parameters.sort());
  }

  /** All search modes. */
  static List<SortLink> modes(SearchParameters parameters) {
    return Arrays.stream(SearchMode.values()).map(mode -> mode(mode, parameters)).toList();
  }

  private static SortLink mode(SearchMode mode, SearchParameters parameters) {
    String label = mode == SearchMode.LEXICAL ? "Words" : "Words and meaning";
    return new SortLink(label, address(parameters, mode), mode == parameters.mode());
  }

  /** The same search in another mode. */
  static String address(SearchParameters parameters, SearchMode mode) {
    return parameters.withMode(mode).toQueryString().after("/search");
  }
}
