package broadsheet.desk;

import java.nio.file.Path;
import java.util.Map;

/** A write lock on a desk: changes wait until this is closed. For one thread. */
public interface HeldDesk extends AutoCloseable {

  /**
   * Copies everything on the desk, and verifies both the original and the copy.
   *
   * @param index the folder of an index that has no desk yet and need not exist
   * @return the number of rows of each table, by the file name of the database
   * @throws DeskException when something is damaged or missing, or the copy cannot be written
   */
  Map<String, Map<String, Long>> copyTo(Path index);

  /** Lets others change the desk again. */
  @Override
  void close();
}
