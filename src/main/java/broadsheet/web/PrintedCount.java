package broadsheet.web;

import java.util.Locale;

/** Prints numbers as a newspaper does: {@code 21,578 articles}, {@code 1 article}. */
final class PrintedCount {
  private PrintedCount() {}

  static String of(long count) {
    return String.format(Locale.ENGLISH, "%,d", count);
  }

  static String of(long count, String noun) {
    return of(count) + " " + noun + (count == 1 ? "" : "s");
  }
}
