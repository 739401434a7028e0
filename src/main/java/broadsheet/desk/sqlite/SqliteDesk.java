package broadsheet.desk.sqlite;

import broadsheet.desk.Actor;
import broadsheet.desk.Desk;
import broadsheet.desk.DeskException;
import broadsheet.desk.DeskProvider;
import broadsheet.desk.HeldDesk;
import broadsheet.desk.KeptArrivals;
import broadsheet.desk.Lists;
import broadsheet.desk.LocalDesk;
import broadsheet.desk.ReadMarks;
import broadsheet.desk.SavedSearches;
import broadsheet.desk.Users;
import broadsheet.desk.audit.Audit;
import broadsheet.path.PathName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The desk of an index in a local folder: databases in the folder {@code NAME.desk} beside it. Each
 * part has a database of its own, because an update holds the saved searches until its commit, and
 * nothing else should wait for that. Immutable.
 */
public final class SqliteDesk implements Desk {

  private final DeskFolder folder;
  private final SqliteSearches searches;
  private final SqliteArrivals arrivals;
  private final SqliteLists lists;
  private final SqliteReadMarks readMarks;
  private final SqliteUsers users;
  private final Audit audit;

  /** In the order in which an update locks them. */
  private final List<Database> databases;

  private SqliteDesk(DeskFolder folder, Actor actor) {
    this.folder = folder;
    audit = Audit.in(folder.folder(), actor);
    searches = new SqliteSearches(folder, audit);
    arrivals = new SqliteArrivals(folder);
    Database database = ListTables.on(folder);
    lists = new SqliteLists(database, audit);
    readMarks = new SqliteReadMarks(database);
    databases = List.of(searches.database(), arrivals.database(), database);
    users = new SqliteUsers(searches, database, audit);
  }

  /** Takes every location to be a folder. */
  public static final class Provider implements DeskProvider {
    @Override
    public Optional<Desk> at(String location) {
      Path index = PathName.toPath(location);
      return Optional.of(new SqliteDesk(DeskFolder.of(index), Actor.OPERATOR));
    }

    @Override
    public Optional<LocalDesk> beside(Path folder) {
      return Optional.of(DeskFolder.of(folder))
          .filter(DeskFolder::isThere)
          .map(SqliteLocalDesk::new);
    }
  }

  @Override
  public String place() {
    return folder.folder().toString();
  }

  @Override
  public Desk by(Actor actor) {
    return new SqliteDesk(folder, actor);
  }

  @Override
  public void log(String what, Map<String, ?> about) {
    folder.make();
    audit.log(what, about);
  }

  @Override
  public Users users() {
    return users;
  }

  @Override
  public SavedSearches searches() {
    return searches;
  }

  @Override
  public KeptArrivals arrivals() {
    return arrivals;
  }

  @Override
  public Optional<Path> folder() {
    return Optional.of(folder.folder());
  }

  @Override
  public HeldDesk hold() {
    return new SqliteHeldDesk(folder, databases);
  }

  @Override
  public Lists lists() {
    return lists;
  }

  @Override
  public ReadMarks readMarks() {
    return readMarks;
  }

  @Override
  public void takeOver() {
    try {
      searches.takeOver();
    } catch (DeskException e) {
      // the next operation on the searches reports what is wrong
    }
  }
}
