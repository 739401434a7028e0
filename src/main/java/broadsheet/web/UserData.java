package broadsheet.web;

import broadsheet.alert.SavedSearches;
import broadsheet.evaluate.Judgements;
import java.util.Optional;

/**
 * What readers leave with the server: all that it ever writes.
 *
 * @param alerts the saved searches
 * @param judgements what hits are judged into; empty where they are not judged
 */
public record UserData(SavedSearches alerts, Optional<Judgements> judgements) {

  /** The saved searches alone; nobody judges. */
  public static UserData of(SavedSearches alerts) {
    return new UserData(alerts, Optional.empty());
  }
}
