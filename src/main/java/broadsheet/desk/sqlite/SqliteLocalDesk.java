package broadsheet.desk.sqlite;

import broadsheet.article.ArticleRef;
import broadsheet.desk.DeskException;
import broadsheet.desk.ListEntry;
import broadsheet.desk.LocalDesk;
import broadsheet.desk.ReadingList;
import broadsheet.desk.SavedSearch;
import broadsheet.desk.audit.Audit;
import broadsheet.engine.ArrivalRecord;
import broadsheet.files.WholeFile;
import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The content of a desk in databases, of all users. Immutable. */
record SqliteLocalDesk(DeskFolder desk, SqliteSearches saved, SqliteArrivals kept)
    implements LocalDesk {

  private static final String ASIDE = ".taken-over";

  SqliteLocalDesk(DeskFolder desk) {
    this(desk, new SqliteSearches(desk, Audit.NONE), new SqliteArrivals(desk));
  }

  @Override
  public Path folder() {
    return desk.folder();
  }

  @Override
  public List<SavedSearch> searches() {
    return saved.all();
  }

  @Override
  public List<ReadingList> lists() {
    return keptLists().ofAllUsers().reversed();
  }

  @Override
  public List<ListEntry> entries(ReadingList list) {
    return keptLists().entries(list.id());
  }

  private SqliteLists keptLists() {
    return new SqliteLists(ListTables.on(desk), Audit.NONE);
  }

  @Override
  public Map<String, List<ArticleRef>> readMarks() {
    SqliteReadMarks marks = new SqliteReadMarks(ListTables.on(desk));
    Map<String, List<ArticleRef>> all = new LinkedHashMap<>();
    marks.users().forEach(user -> all.put(user, marks.all(user).reversed()));
    return all;
  }

  @Override
  public Optional<List<ArrivalRecord>> arrivals() {
    return kept.read();
  }

  @Override
  public Optional<Path> putAside() {
    Path aside = aside(1);
    for (int i = 2; Files.exists(aside); i++) {
      aside = aside(i);
    }
    try {
      return Optional.of(Files.move(folder(), aside));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new DeskException(
          "What %s holds is kept elsewhere now, and it cannot be renamed to %s (%s): rename it."
              .formatted(folder(), aside, WholeFile.reason(e)),
          e);
    }
  }

  private Path aside(int number) {
    return PathName.sibling(folder(), "", ASIDE + (number == 1 ? "" : "-" + number));
  }
}
