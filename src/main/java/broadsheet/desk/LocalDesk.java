package broadsheet.desk;

import broadsheet.article.ArticleRef;
import broadsheet.engine.ArrivalRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A desk in files of this machine, whose whole content another desk may take over. Each method
 * throws a {@link DeskException} when it cannot be read. Thread-safe.
 */
public interface LocalDesk {

  /** The folder of its files. */
  Path folder();

  /** The saved searches, in the order they were saved. */
  List<SavedSearch> searches();

  /** The lists of all users, the last used one last. */
  List<ReadingList> lists();

  /** The entries of a list, in their order. */
  List<ListEntry> entries(ReadingList list);

  /** What users have read who keep that, by their names, the last article last. */
  Map<String, List<ArticleRef>> readMarks();

  /** The copy of the saved searches' arrivals, the oldest first; empty where there is none. */
  Optional<List<ArrivalRecord>> arrivals();

  /**
   * Renames its folder, so that it is not found again.
   *
   * @return the new name; empty when another process did it
   * @throws DeskException when it cannot be renamed
   */
  Optional<Path> putAside();
}
