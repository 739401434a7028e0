package broadsheet.engine;

import java.util.List;
import java.util.Optional;

/**
 * A second copy of arrivals, kept outside the index. Exceptions it throws end an update or rebuild.
 * Thread-safe.
 */
public interface ArrivalCopy {

  /** Whether any search is saved, so that there may be arrivals. */
  boolean isExpected();

  /** The copy; empty if there is none. */
  Optional<List<ArrivalRecord>> read();

  /**
   * Whether the copy is whole and of a state.
   *
   * @param state the state as last given to {@link #write} or {@link #append}
   */
  boolean isAt(String state);

  /**
   * Replaces the copy, after a commit.
   *
   * @param state names the content
   */
  void write(String state, List<ArrivalRecord> arrivals);

  /**
   * Adds to a copy that is at the state before, after a commit. Keeps the newest {@value
   * broadsheet.engine.result.Arrival#MOST} of each search.
   *
   * @param state names the content after it
   */
  void append(String state, List<ArrivalRecord> arrivals);

  /** No copy at all. */
  static ArrivalCopy none() {
    return new ArrivalCopy() {
      @Override
      public boolean isExpected() {
        return false;
      }

      @Override
      public Optional<List<ArrivalRecord>> read() {
        return Optional.empty();
      }

      @Override
      public boolean isAt(String state) {
        return true;
      }

      @Override
      public void write(String state, List<ArrivalRecord> arrivals) {
        // discards it
      }

      @Override
      public void append(String state, List<ArrivalRecord> arrivals) {
        // discards it
      }
    };
  }
}
