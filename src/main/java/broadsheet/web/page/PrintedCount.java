package broadsheet.web.page;

import java.util.Locale;

/** Prints numbers as a newspaper does: {@code 21,578 articles}, {@code 1 article}. */
public final class PrintedCount {
  private PrintedCount() {}

  public static String of(long count) {
    return String.format(Locale.ENGLISH, "%,d", count);
  }

  /** A part of a whole, to two digits that tell something: {@code 37%}, {@code 2.1%}. */
  public static String percent(double share) {
    double percent = share * 100;
    String pattern = percent >= 10 || percent == 0 ? "%.0f%%" : percent >= 1 ? "%.1f%%" : "%.2g%%";
    return String.format(Locale.ENGLISH, pattern, percent);
  }

  public static String of(long count, String noun) {
    return of(count) + " " + noun + (count == 1 ? "" : "s");
  }
}
