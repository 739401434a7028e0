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
  private final Database listed;
  private final SqliteLists lists;
  private final SqliteReadMarks readMarks;
  private final SqliteUsers users;
  private final Audit audit;

  private SqliteDesk(DeskFolder folder, Audit audit) {
    this(
        folder,
        audit,
        new SqliteSearches(folder, audit),
        new SqliteArrivals(folder),
        ListTables.on(folder));
  }

  private SqliteDesk(
      DeskFolder folder,
      Audit audit,
      SqliteSearches searches,
      SqliteArrivals arrivals,
      Database listed) {
    this.folder = folder;
    this.audit = audit;
    this.searches = searches;
    this.arrivals = arrivals;
    this.listed = listed;
    lists = new SqliteLists(listed, audit);
    readMarks = new SqliteReadMarks(listed);
    users = new SqliteUsers(searches, listed, audit);
  }

  /** Takes every location to be a folder. */
  public static final class Provider implements DeskProvider {
    @Override
    public Optional<Desk> at(String location) {
      Path index = PathName.toPath(location);
      DeskFolder folder = DeskFolder.of(index);
      return Optional.of(new SqliteDesk(folder, Audit.in(folder.folder(), Actor.OPERATOR)));
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

  /** With the same databases, which know that they were opened, should their disk vanish. */
  @Override
  public Desk by(Actor actor) {
    Audit other = Audit.in(folder.folder(), actor);
    return new SqliteDesk(folder, other, searches.loggedBy(other), arrivals, listed);
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
    // in the order in which an update locks them
    List<Database> databases = List.of(searches.database(), arrivals.database(), listed);
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
