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
import java.util.Optional;

/**
 * The desks of archives on clusters, each shared by all machines. Supports folders that name the
 * cluster of their archive. Stateless.
 */
public final class ClusterDesks implements DeskProvider {

  @Override
  public Optional<Desk> at(String location) {
    try {
      Path folder = PathName.toPath(location);
      return Location.in(folder).map(found -> desk(folder, found));
    } catch (EngineException e) {
      throw new DeskException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The desk of an archive.
   *
   * @param folder the folder that names the location and holds the audit log
   */
  static Desk desk(Path folder, Location location) {
    DeskIndex index = new DeskIndex(Documents.of(location, ClusterAccess.given(), location.desk()));
    return new Desk(new OpenSearchStore(index, location.backup()), new AuditFile(folder));
  }
}
