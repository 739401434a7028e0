package broadsheet.query;

import java.util.Optional;
import java.util.function.Function;

/** A range of whole numbers, both its ends included; an open end is empty. */
record Interval(Optional<Long> from, Optional<Long> to) {

  /**
   * What a typed range means among the values within the limits; empty when an end of it is no
   * value. Ends that stand the wrong way round are swapped; ends that leave nothing between them
   * are taken in.
   */
  static Optional<Interval> of(
      RangeText range, Function<String, Optional<Span>> reader, Span limits, Notes notes) {
    Optional<Span> lower = range.lower().flatMap(reader);
    Optional<Span> upper = range.upper().flatMap(reader);
    if (range.isOpen()
        || lower.isPresent() != range.lower().isPresent()
        || upper.isPresent() != range.upper().isPresent()) {
      return Optional.empty();
    }
    if (lower.isPresent() && upper.isPresent() && lower.get().isAfter(upper.get())) {
      notes.add("swapped the ends of " + Notes.quoted(range.asWord()));
      return Optional.of(
          between(upper, range.includesUpper(), lower, range.includesLower(), limits, notes));
    }
    return Optional.of(
        between(lower, range.includesLower(), upper, range.includesUpper(), limits, notes));
  }

  private static Interval between(
      Optional<Span> lower,
      boolean includesLower,
      Optional<Span> upper,
      boolean includesUpper,
      Span limits,
      Notes notes) {
    Interval exact =
        new Interval(
            lower.map(span -> includesLower ? span.first() : span.last() + 1),
            upper.map(span -> includesUpper ? span.last() : span.first() - 1));
    if (exact.isWithin(limits)) {
      return exact;
    }
    notes.add("nothing lies between the ends of a range, so both were taken in");
    return new Interval(lower.map(Span::first), upper.map(Span::last));
  }

  private boolean isWithin(Span limits) {
    long least = from.orElse(limits.first());
    long most = to.orElse(limits.last());
    return limits.first() <= least && least <= most && most <= limits.last();
  }
}
