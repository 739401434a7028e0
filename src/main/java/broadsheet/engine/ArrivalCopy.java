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

  /** The copy; empty where there is none. */
  Optional<List<ArrivalRecord>> read();

  /** Replaces the copy, after a commit. */
  void write(List<ArrivalRecord> arrivals);

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
      public void write(List<ArrivalRecord> arrivals) {
        // discards it
      }
    };
  }
}
