package broadsheet.desk;

import java.util.List;

/** Saves searches under known ids, which {@link SavedSearches} itself never does. Stateless. */
public final class KnownSearches {
  private KnownSearches() {}

  public static void save(Desk desk, List<SavedSearch> searches) {
    desk.searches().change(_ -> searches);
  }
}
