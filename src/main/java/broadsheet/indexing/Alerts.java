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

/** Saved searches, and what came in for them, as updates and rebuilds use them. Stateless. */
public final class Alerts {
  private Alerts() {}

  /** Those of an index, with a warning where an earlier release left others. */
  public static SavedSearches of(Path index, PrintWriter err) {
    SavedSearches saved = SavedSearches.of(index);
    saved.leftover().ifPresent(sentence -> err.println("warning: " + sentence));
    return saved;
  }

  /**
   * Those saved at the time of each commit; what comes in for them is kept beside the index too.
   */
  static StandingAlerts standing(Path index) {
    return new Standing(
        SavedSearches.of(index), new DeskCopy(SavedSearches.of(index), ArrivalsFile.of(index)));
  }

  /** The same for a rebuild that goes on where what came in cannot be read. */
  static StandingAlerts dispensable(Path index) {
    StandingAlerts standing = standing(index);
    return new Standing(SavedSearches.of(index), new DispensableCopy(standing.copy()));
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

  private record DeskCopy(SavedSearches saved, ArrivalsFile file) implements ArrivalCopy {

    /** A list that cannot be read is not empty. */
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
        return file.read().map(ArrivalsFile.Content::arrivals);
      } catch (AlertException e) {
        if (!isExpected()) {
          return Optional.empty();
        }
        throw new AlertException(
            "The matches kept for saved searches would be lost: %s Nothing was changed. To go on without them: --forget-arrivals"
                .formatted(e.getMessage()),
            e);
      }
    }

    @Override
    public void write(List<ArrivalRecord> arrivals) {
      file.write(arrivals);
    }
  }

  private record DispensableCopy(ArrivalCopy copy) implements ArrivalCopy {

    @Override
    public boolean isExpected() {
      return copy.isExpected();
    }

    @Override
    public Optional<List<ArrivalRecord>> read() {
      try {
        return Optional.of(copy.read().orElse(List.of()));
      } catch (AlertException e) {
        return Optional.of(List.of());
      }
    }

    @Override
    public void write(List<ArrivalRecord> arrivals) {
      copy.write(arrivals);
    }
  }

  private record HeldAlerts(List<StandingSearch> searches, SavedSearches.Held held)
      implements StandingAlerts.Held {
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
