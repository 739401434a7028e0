package broadsheet.web.page;

import java.util.Locale;

/** Prints numbers as a newspaper does: {@code 21,578 articles}, {@code 1 article}. */
public final class PrintedCount {
  private PrintedCount() {}

  public static String of(long count) {
    return String.format(Locale.ENGLISH, "%,d", count);
  }

  public static String of(long count, String noun) {
    return of(count) + " " + noun + (count == 1 ? "" : "s");
  }
}
