package broadsheet.opensearch.desk;

import broadsheet.desk.Desk;
import broadsheet.desk.DeskException;
import broadsheet.desk.DeskProvider;
import broadsheet.desk.audit.AuditFile;
import broadsheet.engine.EngineException;
import broadsheet.opensearch.ClusterAccess;
import broadsheet.opensearch.Documents;
import broadsheet.opensearch.Location;
import broadsheet.path.PathName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The desks of archives on clusters, each the same for all machines. Takes folders that say on
 * which cluster their archive is. Stateless.
 */
public final class ClusterDesks implements DeskProvider {

  private static final Duration LEASE = Duration.ofSeconds(15);

  @Override
  public Optional<Desk> at(String location) {
    try {
      Path folder = PathName.toPath(location);
      return Location.in(folder).map(found -> desk(folder, found, LEASE));
    } catch (EngineException e) {
      throw new DeskException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The desk of an archive.
   *
   * @param folder that names the location, and has the audit log
   * @param lease how long an update that is killed keeps saved searches from changing
   */
  static Desk desk(Path folder, Location location, Duration lease) {
    DeskIndex index =
        new DeskIndex(Documents.of(location, ClusterAccess.of(System.getenv()), location.desk()));
    return new Desk(new OpenSearchStore(index, lease, location.backup()), new AuditFile(folder));
  }
}
