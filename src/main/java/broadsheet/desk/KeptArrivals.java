package broadsheet.desk;

import broadsheet.engine.ArrivalRecord;
import java.util.List;
import java.util.Optional;

/**
 * A second copy of the arrivals that the index holds, so that they outlive it. Of each search the
 * newest {@value broadsheet.engine.result.Arrival#MOST} are kept. Written by one update at a time.
 * Thread-safe.
 */
public interface KeptArrivals {

  /**
   * All of them, the oldest first; empty where there is no copy.
   *
   * @throws DeskException when they cannot be read
   */
  Optional<List<ArrivalRecord>> read();

  /**
   * Whether the copy is undamaged and of a state.
   *
   * @param state as last given to {@link #write} or {@link #append}
   */
  boolean isAt(String state);

  /**
   * Replaces the copy, damaged or not. Writes nothing where there is neither a desk nor an arrival.
   *
   * @param state names the content
   * @throws DeskException when it cannot be written; an undamaged copy stays as it was
   */
  void write(String state, List<ArrivalRecord> arrivals);

  /**
   * Adds to the copy.
   *
   * @param state names the content after it
   * @throws DeskException when it cannot be written; the copy stays as it was
   */
  void append(String state, List<ArrivalRecord> arrivals);

  /**
   * Verifies every record.
   *
   * @return how many there are
   * @throws DeskException when one is damaged or missing
   */
  long check();
}
