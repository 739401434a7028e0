package broadsheet.desk.store.sqlite;

import broadsheet.desk.AuditLog;
import broadsheet.desk.Desk;
import broadsheet.desk.DeskProvider;
import broadsheet.desk.audit.AuditFile;
import broadsheet.path.PathName;
import java.util.Optional;

/**
 * The desks of indexes in local folders, each in the folder {@code NAME.desk} beside its index.
 * Treats every location as a folder. Stateless.
 */
public final class SqliteDesks implements DeskProvider {

  @Override
  public Optional<Desk> at(String location) {
    DeskFolder folder = DeskFolder.of(PathName.toPath(location));
    AuditFile file = new AuditFile(folder.folder());
    AuditLog log =
        line -> {
          folder.make();
          file.add(line);
        };
    return Optional.of(new Desk(new SqliteStore(folder), log));
  }
}
