package broadsheet.desk;

import java.nio.file.Path;
import java.util.Map;

/** A desk that nobody changes until it is closed: changes wait. For one thread. */
public interface HeldDesk extends AutoCloseable {

  /**
   * Copies everything that is kept, and verifies both what is copied and the copy.
   *
   * @param index the folder of an index that has no desk yet and need not exist
   * @return how many rows the tables of each database have, by the database's file name
   * @throws DeskException when something is damaged or missing, or the copy cannot be written
   */
  Map<String, Map<String, Long>> copyTo(Path index);

  /** Lets others change the desk again. */
  @Override
  void close();
}
