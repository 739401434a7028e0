package broadsheet.web;

import broadsheet.alert.SavedSearches;
import broadsheet.evaluate.Judgements;
import java.util.Optional;

/**
 * The data that readers save on the server; the server writes nothing else.
 *
 * @param alerts the saved searches
 * @param judgements where judgements are kept; empty if judging is off
 */
public record UserData(SavedSearches alerts, Optional<Judgements> judgements) {

  /** Saved searches only, with judging off. */
  public static UserData of(SavedSearches alerts) {
    return new UserData(alerts, Optional.empty());
  }
}
