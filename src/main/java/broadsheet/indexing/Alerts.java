package broadsheet.indexing;

import broadsheet.address.Refusal;
import broadsheet.address.SearchParameters;
import broadsheet.desk.Desk;
import broadsheet.desk.DeskException;
import broadsheet.desk.Desks;
import broadsheet.desk.KeptArrivals;
import broadsheet.desk.NameCorrections;
import broadsheet.desk.SavedSearch;
import broadsheet.desk.SavedSearches;
import broadsheet.engine.ArrivalCopy;
import broadsheet.engine.ArrivalRecord;
import broadsheet.engine.StandingAlerts;
import broadsheet.engine.request.StandingSearch;
import broadsheet.names.NameCorrection;
import broadsheet.path.PathName;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Saved searches and their new articles, as used by updates and rebuilds. Stateless. */
final class Alerts {
  private Alerts() {}

  /**
   * The searches saved at the time of each commit; a copy of their new articles is kept on the
   * desk.
   */
  static StandingAlerts standing(Path index) {
    return standing(index, false);
  }

  /** The same searches, for a rebuild that may continue if that copy cannot be read. */
  static StandingAlerts dispensable(Path index) {
    return standing(index, true);
  }

  private static StandingAlerts standing(Path index, boolean isDispensable) {
    Desk desk = Desks.open(index);
    return new Standing(
        index,
        desk.searches(),
        desk.names(),
        new DeskCopy(desk.searches(), desk.arrivals(), isDispensable));
  }

  private record Standing(Path index, SavedSearches saved, NameCorrections names, ArrivalCopy copy)
      implements StandingAlerts {
    @Override
    public List<NameCorrection> corrections() {
      return names.corrections();
    }

    @Override
    public Held hold() {
      SavedSearches.Held held = saved.hold();
      try {
        return new HeldAlerts(
            held.searches().stream().map(each -> standing(each, index)).toList(), held);
      } catch (RuntimeException e) {
        held.close();
        throw e;
      }
    }
  }

  /**
   * @param isDispensable whether it counts as empty if it cannot be read
   */
  private record DeskCopy(SavedSearches saved, KeptArrivals kept, boolean isDispensable)
      implements ArrivalCopy {

    /** A list that cannot be read may not be empty. */
    @Override
    public boolean isExpected() {
      try {
        return !saved.all().isEmpty();
      } catch (DeskException e) {
        return true;
      }
    }

    @Override
    public Optional<List<ArrivalRecord>> read() {
      try {
        Optional<List<ArrivalRecord>> known = kept.read();
        return known.isEmpty() && isDispensable ? Optional.of(List.of()) : known;
      } catch (DeskException e) {
        if (isDispensable) {
          return Optional.of(List.of());
        }
        if (!isExpected()) {
          return Optional.empty();
        }
        throw new DeskException(
            "The matches kept for saved searches would be lost: %s Nothing was changed. To continue without them: --forget-arrivals"
                .formatted(e.getMessage()),
            e);
      }
    }

    @Override
    public boolean isAt(String state) {
      return kept.isAt(state);
    }

    @Override
    public void write(String state, List<ArrivalRecord> arrivals) {
      kept.write(state, arrivals);
    }

    @Override
    public void append(String state, List<ArrivalRecord> arrivals) {
      kept.append(state, arrivals);
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
  private static StandingSearch standing(SavedSearch saved, Path index) {
    try {
      SearchParameters parameters = SearchParameters.parse(saved.search());
      LocalDate today = LocalDate.now(ZoneId.systemDefault());
      return new StandingSearch(
          saved.id(), QueryParser.parse(parameters.text(), today).root(), parameters.filters());
    } catch (Refusal e) {
      throw new DeskException(
          "The alert %s cannot be read (%s). Remove it: ./broadsheet alert remove %s --index %s"
              .formatted(saved.id(), e.problem().detail(), saved.id(), PathName.quoted(index)),
          e);
    }
  }
}
