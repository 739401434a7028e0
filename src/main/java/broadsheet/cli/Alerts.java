package broadsheet.cli;

import broadsheet.alert.AlertException;
import broadsheet.alert.SavedSearch;
import broadsheet.alert.SavedSearches;
import broadsheet.engine.StandingSearch;
import broadsheet.lucene.alert.StandingSearches;
import broadsheet.lucene.index.Standing;
import broadsheet.query.QueryParser;
import broadsheet.web.address.Refusal;
import broadsheet.web.address.SearchParameters;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Saved searches as what an update holds its new articles against. Stateless. */
final class Alerts {
  private Alerts() {}

  /** Those saved at the time of each commit. */
  static Standing standing(SavedSearches saved) {
    return new StandingSearches(() -> held(saved.hold()));
  }

  private static StandingSearches.HeldList held(SavedSearches.Held held) {
    try {
      List<StandingSearch> searches = held.searches().stream().map(Alerts::standing).toList();
      return new HeldAlerts(searches, held);
    } catch (RuntimeException e) {
      held.close();
      throw e;
    }
  }

  private record HeldAlerts(List<StandingSearch> searches, SavedSearches.Held held)
      implements StandingSearches.HeldList {
    @Override
    public void close() {
      held.close();
    }
  }

  /** A day such as “yesterday” in a query is that of the day its new articles come in. */
  private static StandingSearch standing(SavedSearch saved) {
    try {
      SearchParameters parameters = SearchParameters.parse(saved.search());
      LocalDate today = LocalDate.now(ZoneId.systemDefault());
      return new StandingSearch(
          saved.id(), QueryParser.parse(parameters.text(), today).root(), parameters.filters());
    } catch (Refusal e) {
      throw new AlertException(
          "The alert %s in %s cannot be read (%s): mend it, or remove it with ./broadsheet alert remove %s"
              .formatted(saved.id(), SavedSearches.FILE, e.problem().detail(), saved.id()),
          e);
    }
  }
}
