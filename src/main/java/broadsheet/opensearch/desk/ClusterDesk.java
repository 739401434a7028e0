package broadsheet.opensearch.desk;

import broadsheet.desk.Actor;
import broadsheet.desk.Desk;
import broadsheet.desk.DeskException;
import broadsheet.desk.DeskProvider;
import broadsheet.desk.Desks;
import broadsheet.desk.HeldDesk;
import broadsheet.desk.KeptArrivals;
import broadsheet.desk.Lists;
import broadsheet.desk.LocalDesk;
import broadsheet.desk.ReadMarks;
import broadsheet.desk.SavedSearches;
import broadsheet.desk.Users;
import broadsheet.desk.audit.Audit;
import broadsheet.engine.EngineException;
import broadsheet.opensearch.ClusterAccess;
import broadsheet.opensearch.Documents;
import broadsheet.opensearch.Location;
import broadsheet.path.PathName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The desk of an archive on a cluster, the same for all machines. What an earlier release kept on
 * this machine joins it at the first use.
 */
public final class ClusterDesk implements Desk {

  private static final Duration LEASE = Duration.ofSeconds(15);

  private final Path folder;
  private final Location location;
  private final Duration lease;
  private final Audit audit;
  private final DeskIndex index;
  private final AtomicBoolean isTakenOver;

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
    this.lease = lease;
    audit = Audit.in(folder, Actor.OPERATOR);
    index =
        new DeskIndex(Documents.of(location, ClusterAccess.of(System.getenv()), location.desk()));
    isTakenOver = new AtomicBoolean();
  }

  private ClusterDesk(ClusterDesk desk, Actor actor) {
    folder = desk.folder;
    location = desk.location;
    lease = desk.lease;
    audit = Audit.in(folder, actor);
    index = desk.index;
    isTakenOver = desk.isTakenOver;
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
  public Desk by(Actor actor) {
    return new ClusterDesk(this, actor);
  }

  @Override
  public void log(String what, Map<String, ?> about) {
    audit.log(what, about);
  }

  private ClusterSearches searches(Audit said) {
    return new ClusterSearches(index, lease, said);
  }

  @Override
  public SavedSearches searches() {
    takeOver();
    return searches(audit);
  }

  @Override
  public Lists lists() {
    takeOver();
    return new ClusterLists(index, audit);
  }

  @Override
  public ReadMarks readMarks() {
    takeOver();
    return new ClusterReadMarks(index);
  }

  @Override
  public Users users() {
    takeOver();
    return new ClusterUsers(
        searches(audit), new DirectoryChanges(index), new ClusterReadMarks(index), audit);
  }

  @Override
  public KeptArrivals arrivals() {
    takeOver();
    return new ClusterArrivals(index);
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
  public void takeOver() {
    synchronized (isTakenOver) {
      if (!isTakenOver.get()) {
        Desks.beside(folder).ifPresent(this::takeOver);
        isTakenOver.set(true);
      }
    }
  }

  /** Nothing of it is a change by anyone. */
  private void takeOver(LocalDesk kept) {
    new TakeOver(
            kept,
            searches(Audit.NONE),
            new ClusterArrivals(index),
            new ClusterLists(index, Audit.NONE),
            new ClusterReadMarks(index))
        .run();
  }
}
