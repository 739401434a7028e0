package broadsheet.opensearch.desk;

import broadsheet.desk.Desk;
import broadsheet.desk.DeskException;
import broadsheet.desk.DeskProvider;
import broadsheet.desk.Desks;
import broadsheet.desk.HeldDesk;
import broadsheet.desk.KeptArrivals;
import broadsheet.desk.Lists;
import broadsheet.desk.ReadMarks;
import broadsheet.desk.SavedSearches;
import broadsheet.engine.EngineException;
import broadsheet.opensearch.ClusterAccess;
import broadsheet.opensearch.Documents;
import broadsheet.opensearch.Location;
import broadsheet.path.PathName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The desk of an archive on a cluster, the same for all machines. What an earlier release kept on
 * this machine joins it at the first use.
 */
public final class ClusterDesk implements Desk {

  private static final Duration LEASE = Duration.ofSeconds(15);

  private final Path folder;
  private final DeskIndex index;
  private final ClusterSearches searches;
  private final ClusterArrivals arrivals;
  private final ClusterLists lists;
  private final ClusterReadMarks readMarks;
  private final Location location;
  private boolean isTakenOver;

  private ClusterDesk(Path folder, Location location) {
    this(folder, location, LEASE);
  }

  /**
   * @param folder that names the location
   * @param lease how long an update that is killed keeps saved searches from changing
   */
  ClusterDesk(Path folder, Location location, Duration lease) {
    this.folder = folder;
    this.location = location;
    index =
        new DeskIndex(Documents.of(location, ClusterAccess.of(System.getenv()), location.desk()));
    searches = new ClusterSearches(index, lease);
    arrivals = new ClusterArrivals(index);
    lists = new ClusterLists(index);
    readMarks = new ClusterReadMarks(index);
  }

  /** Takes folders that say on which cluster their archive is. */
  public static final class Provider implements DeskProvider {
    @Override
    public Optional<Desk> at(String location) {
      try {
        Path folder = PathName.toPath(location);
        return Location.in(folder).map(found -> new ClusterDesk(folder, found));
      } catch (EngineException e) {
        throw new DeskException(String.valueOf(e.getMessage()), e);
      }
    }
  }

  @Override
  public String place() {
    return index.place();
  }

  @Override
  public SavedSearches searches() {
    takeOver();
    return searches;
  }

  @Override
  public Lists lists() {
    takeOver();
    return lists;
  }

  @Override
  public ReadMarks readMarks() {
    takeOver();
    return readMarks;
  }

  @Override
  public KeptArrivals arrivals() {
    takeOver();
    return arrivals;
  }

  @Override
  public HeldDesk hold() {
    throw new DeskException(location.backup());
  }

  /**
   * Takes over what this machine kept of the archive.
   *
   * @throws DeskException when that cannot be done; what is here stays here
   */
  @Override
  public synchronized void takeOver() {
    if (!isTakenOver) {
      Desks.beside(folder)
          .ifPresent(kept -> new TakeOver(kept, searches, arrivals, lists, readMarks).run());
      isTakenOver = true;
    }
  }
}
