package broadsheet.engine.request;

import java.time.LocalDate;

/**
 * A run of consecutive calendar days. Immutable.
 *
 * @param first the first day, included
 * @param last the last day, included; not before {@code first}
 */
public record DateSpan(LocalDate first, LocalDate last) {

  /**
   * @throws IllegalArgumentException when {@code last} is before {@code first}
   */
  public DateSpan {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("ends before it begins: " + first + " to " + last);
    }
  }
}
