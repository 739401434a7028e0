package broadsheet.engine.request;

import java.time.LocalDate;

/**
 * Some calendar days in a row. Immutable.
 *
 * @param first the first of them, included
 * @param last the last of them, included; not before {@code first}
 */
public record DateSpan(LocalDate first, LocalDate last) {

  /**
   * @throws IllegalArgumentException when it ends before it begins
   */
  public DateSpan {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("ends before it begins: " + first + " to " + last);
    }
  }
}
