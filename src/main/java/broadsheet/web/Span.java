package broadsheet.web;

import java.time.LocalDate;

/** The calendar days from one to another, both included. */
record Span(LocalDate first, LocalDate last) {

  /** {@code 26 February 1987 – 19 October 1987}, or the one day. */
  String printed() {
    return first.equals(last)
        ? PrintedDate.of(first)
        : PrintedDate.of(first) + " – " + PrintedDate.of(last);
  }
}
