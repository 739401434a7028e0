package broadsheet.indexing;

import broadsheet.alert.AlertException;
import broadsheet.alert.ArrivalsFile;
import broadsheet.alert.SavedSearch;
import broadsheet.alert.SavedSearches;
import broadsheet.engine.ArrivalCopy;
import broadsheet.engine.ArrivalRecord;
import broadsheet.engine.StandingAlerts;
import broadsheet.engine.request.StandingSearch;
import broadsheet.query.QueryParser;
import broadsheet.web.address.Refusal;
import broadsheet.web.address.SearchParameters;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Saved searches and their new articles, as used by updates and rebuilds. Stateless. */
public final class Alerts {
  private Alerts() {}

  /** The saved searches of an index, with a warning if an earlier release left some elsewhere. */
  public static SavedSearches of(Path index, PrintWriter err) {
    SavedSearches saved = SavedSearches.of(index);
    saved.leftover().ifPresent(sentence -> err.println("warning: " + sentence));
    return saved;
  }

  /**
   * The searches saved at the time of each commit; a copy of their new articles is kept beside the
   * index.
   */
  static StandingAlerts standing(Path index) {
    return standing(index, false);
  }

  /** The same searches, for a rebuild that may continue if that copy cannot be read. */
  static StandingAlerts dispensable(Path index) {
    return standing(index, true);
  }

  private static StandingAlerts standing(Path index, boolean isDispensable) {
    SavedSearches saved = SavedSearches.of(index);
    return new Standing(saved, new DeskCopy(saved, ArrivalsFile.of(index), isDispensable));
  }

  private record Standing(SavedSearches saved, ArrivalCopy copy) implements StandingAlerts {
    @Override
    public Held hold() {
      SavedSearches.Held held = saved.hold();
      try {
        return new HeldAlerts(held.searches().stream().map(Alerts::standing).toList(), held);
      } catch (RuntimeException e) {
        held.close();
        throw e;
      }
    }
  }

  /**
   * @param isDispensable whether it counts as empty if it cannot be read
   */
  private record DeskCopy(SavedSearches saved, ArrivalsFile file, boolean isDispensable)
      implements ArrivalCopy {

    /** A list that cannot be read may not be empty. */
    @Override
    public boolean isExpected() {
      try {
        return !saved.all().isEmpty();
      } catch (AlertException e) {
        return true;
      }
    }

    @Override
    public Optional<List<ArrivalRecord>> read() {
      try {
        Optional<List<ArrivalRecord>> known = file.read().map(ArrivalsFile.Content::arrivals);
        return known.isEmpty() && isDispensable ? Optional.of(List.of()) : known;
      } catch (AlertException e) {
        if (isDispensable) {
          return Optional.of(List.of());
        }
        if (!isExpected()) {
          return Optional.empty();
        }
        throw new AlertException(
            "The matches kept for saved searches would be lost: %s Nothing was changed. To continue without them: --forget-arrivals"
                .formatted(e.getMessage()),
            e);
      }
    }

    @Override
    public boolean isAt(String state) {
      return file.isAt(state);
    }

    @Override
    public void write(String state, List<ArrivalRecord> arrivals) {
      file.write(state, arrivals);
    }

    @Override
    public void append(String state, List<ArrivalRecord> arrivals) {
      file.append(state, arrivals);
    }
  }

  private record HeldAlerts(List<StandingSearch> searches, SavedSearches.Held held)
      implements StandingAlerts.Held {
    @Override
    public void close() {
      held.close();
    }
  }

  /**
   * In a query, a day such as “yesterday” is relative to the day on which new articles are indexed.
   */
  private static StandingSearch standing(SavedSearch saved) {
    try {
      SearchParameters parameters = SearchParameters.parse(saved.search());
      LocalDate today = LocalDate.now(ZoneId.systemDefault());
      return new StandingSearch(
          saved.id(), QueryParser.parse(parameters.text(), today).root(), parameters.filters());
    } catch (Refusal e) {
      throw new AlertException(
          "The alert %s in %s cannot be read (%s): correct it, or remove it with ./broadsheet alert remove %s"
              .formatted(saved.id(), SavedSearches.FILE, e.problem().detail(), saved.id()),
          e);
    }
  }
}
