package broadsheet.lucene.coordinator;

import java.util.Iterator;
import java.util.Optional;

/** The index that the passages of an archive are written to. Thread-safe. */
public interface PassageTarget extends AutoCloseable {

  /** Its name. */
  String index();

  /** Its vectors; empty if there is no such index. */
  Optional<PassageState> state();

  /**
   * Notes which vectors it has, and creates it if there is none.
   *
   * @param articles the number of articles, which decides the number of its shards
   */
  void note(PassageState state, long articles);

  /**
   * A change of a passage.
   *
   * @param id the name of the passage
   * @param home its routing value, that of its article
   * @param document what to write unless a passage of that name is there; empty to delete it
   */
  record Change(String id, String home, Optional<byte[]> document) {}

  /** Writes and deletes passages. */
  void write(Iterator<Change> changes);

  /** Lets searches find all that was written. */
  void refresh();

  @Override
  void close();
}
