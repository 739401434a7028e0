package broadsheet.engine;

import java.util.List;
import java.util.Optional;

/**
 * What came in for saved searches, kept a second time outside of the index. What it throws ends an
 * update or rebuild. Thread-safe.
 */
public interface ArrivalCopy {

  /** Whether any search is saved, so that something may have come in for it. */
  boolean isExpected();

  /** The copy; empty where there is none. */
  Optional<List<ArrivalRecord>> read();

  /** Makes this the copy, after it was committed. */
  void write(List<ArrivalRecord> arrivals);

  /** None at all. */
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
        // kept nowhere
      }
    };
  }
}
