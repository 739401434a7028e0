package broadsheet.web.alerts;

import broadsheet.desk.SavedSearch;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.AlertSearch;
import broadsheet.engine.result.AlertCount;
import broadsheet.query.ParsedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Counts the new articles of saved searches, each once for a state of the archive and of its names.
 * Thread-safe.
 */
public final class AlertCounter {

  /** More than there are saved searches: those of removed ones and of past days are forgotten. */
  private static final int MOST = 2_000;

  private final SearchEngine engine;
  private final Map<AlertSearch, AlertCount> known = new HashMap<>();
  private State state = new State(-1, Optional.empty());

  private record State(long generation, Optional<String> names) {}

  public AlertCounter(SearchEngine engine) {
    this.engine = engine;
  }

  /**
   * The counts by the ids of the searches; none for those for which the time was not enough.
   *
   * @param parser reads their queries
   */
  public Map<String, AlertCount> of(
      List<SavedSearch> searches, Function<String, ParsedQuery> parser) {
    Map<String, AlertSearch> asked = new HashMap<>();
    searches.forEach(saved -> asked.put(saved.id(), AlertView.asked(saved, parser)));
    count(searches.stream().map(saved -> asked.get(saved.id())).toList());
    Map<String, AlertCount> counts = new HashMap<>();
    synchronized (known) {
      asked.forEach(
          (id, search) ->
              Optional.ofNullable(known.get(search)).ifPresent(count -> counts.put(id, count)));
    }
    return counts;
  }

  private void count(List<AlertSearch> asked) {
    State now = new State(engine.status().generation(), engine.namesDigest());
    List<AlertSearch> open = new ArrayList<>();
    synchronized (known) {
      if (!now.equals(state) || known.size() > MOST) {
        known.clear();
        state = now;
      }
      asked.stream().filter(search -> !known.containsKey(search)).forEach(open::add);
    }
    if (!open.isEmpty()) {
      List<AlertCount> counts = engine.count(open);
      synchronized (known) {
        for (int i = 0; i < counts.size() && now.equals(state); i++) {
          known.put(open.get(i), counts.get(i));
        }
      }
    }
  }
}
