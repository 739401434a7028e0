package broadsheet.query;

import broadsheet.query.span.NumberSpan;
import broadsheet.query.span.RangeText;
import broadsheet.query.token.Notes;
import java.util.Optional;
import java.util.function.Function;

/** A range of whole numbers, both ends included; an open end is empty. */
record Interval(Optional<Long> from, Optional<Long> to) {

  /**
   * The range of allowed values that a typed range means; empty when one of its ends is not a
   * value. Reversed ends are swapped. Excluded ends with nothing between them are included.
   */
  static Optional<Interval> of(
      RangeText range,
      Function<String, Optional<NumberSpan>> reader,
      NumberSpan limits,
      Notes notes) {
    Optional<NumberSpan> first = range.lower().flatMap(reader);
    Optional<NumberSpan> second = range.upper().flatMap(reader);
    if (range.isOpen()
        || first.isPresent() != range.lower().isPresent()
        || second.isPresent() != range.upper().isPresent()) {
      return Optional.empty();
    }
    End lower = new End(first, range.includesLower());
    End upper = new End(second, range.includesUpper());
    if (first.isPresent() && second.isPresent() && first.get().isAfter(second.get())) {
      notes.add("swapped the ends of " + Notes.quoted(range.asWord()));
      return Optional.of(between(upper, lower, limits, notes));
    }
    return Optional.of(between(lower, upper, limits, notes));
  }

  /** One end; the span is empty for an open end. */
  private record End(Optional<NumberSpan> span, boolean isIncluded) {}

  private static Interval between(End lower, End upper, NumberSpan limits, Notes notes) {
    Interval exact =
        new Interval(
            lower.span.map(span -> lower.isIncluded ? span.first() : span.last() + 1),
            upper.span.map(span -> upper.isIncluded ? span.last() : span.first() - 1));
    if (exact.isWithin(limits)) {
      return exact;
    }
    notes.add("a range had nothing between its ends, so both were included");
    return new Interval(lower.span.map(NumberSpan::first), upper.span.map(NumberSpan::last));
  }

  private boolean isWithin(NumberSpan limits) {
    long least = from.orElse(limits.first());
    long most = to.orElse(limits.last());
    return limits.first() <= least && least <= most && most <= limits.last();
  }
}
