package broadsheet.web.story;

import broadsheet.address.SearchParameters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryNode;
import broadsheet.web.page.Archive;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.HitEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The place of an article among the results it was opened from, and the results beside it.
 *
 * @param place {@code 3 of 697}
 * @param previous the result before it; null for the first
 * @param next the result after it; null for the last
 */
public record AdjacentResults(String place, @Nullable Result previous, @Nullable Result next) {

  /** A result: its headline, and its page at the first match. */
  public record Result(String title, String href) {}

  /**
   * Searches again for the page of results that the parameters name.
   *
   * @return empty if the article is not on it, as when it was opened from elsewhere
   */
  static Optional<AdjacentResults> of(
      String id, SearchParameters parameters, QueryNode query, Archive archive) {
    return parameters.equals(SearchParameters.none())
        ? Optional.empty()
        : new Finder(parameters, query, archive).around(id);
  }

  private record Finder(SearchParameters parameters, QueryNode query, Archive archive) {

    Optional<AdjacentResults> around(String id) {
      SearchResults results = results(parameters);
      List<Hit> hits = results.hits();
      return IntStream.range(0, hits.size())
          .filter(i -> hits.get(i).id().equals(id))
          .mapToObj(i -> new AdjacentResults(place(i, results), before(i, hits), after(i, results)))
          .findFirst();
    }

    private SearchResults results(SearchParameters of) {
      return archive.engine().search(of.request(query).withoutCounts());
    }

    private String place(int index, SearchResults results) {
      int number = (parameters.page() - 1) * parameters.size() + index + 1;
      String place = FormattedCount.of(number);
      return number > results.total()
          ? "Result " + place
          : "Result " + place + " of " + FormattedCount.of(results.total());
    }

    private @Nullable Result before(int index, List<Hit> hits) {
      if (index > 0) {
        return result(hits.get(index - 1), parameters);
      }
      if (parameters.page() == 1 || parameters.after().isPresent()) {
        return null;
      }
      SearchParameters page = parameters.withPage(parameters.page() - 1);
      List<Hit> earlier = results(page).hits();
      return earlier.isEmpty() ? null : result(earlier.getLast(), page);
    }

    private @Nullable Result after(int index, SearchResults results) {
      if (index < results.hits().size() - 1) {
        return result(results.hits().get(index + 1), parameters);
      }
      if (results.next().isEmpty()) {
        return null;
      }
      int number = parameters.page() + 1;
      boolean isByNumber =
          parameters.after().isEmpty() && number <= SearchRequest.MAX_DEPTH / parameters.size();
      SearchParameters page =
          isByNumber
              ? parameters.withPage(number)
              : parameters.withPage(number, results.next().get());
      List<Hit> later = results(page).hits();
      return later.isEmpty() ? null : result(later.getFirst(), page);
    }

    private static Result result(Hit hit, SearchParameters page) {
      return new Result(hit.title().text(), HitEntry.of(hit, page).href());
    }
  }
}
