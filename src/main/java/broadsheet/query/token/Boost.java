package broadsheet.query.token;

import java.util.Locale;

/** The weight of a unit in the ranking: two decimals, from 0.01 to 1000. */
public final class Boost {
  /** The neutral weight. */
  public static final float NONE = 1f;

  private static final float LEAST = 0.01f;
  private static final float MOST = 1000f;

  private Boost() {}

  /** The allowed weight nearest to a number in digits, which may have a decimal point. */
  static float of(String digits) {
    return nearest(Float.parseFloat(digits));
  }

  public static float product(float one, float other) {
    return nearest(one * other);
  }

  /** The shortest text that parses to this weight: {@code 2}, {@code 0.5}. */
  public static String text(float factor) {
    String text = String.format(Locale.ROOT, "%.2f", factor);
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
  }

  private static float nearest(float factor) {
    float within = Math.min(MOST, Math.max(LEAST, factor));
    return Math.round(within * 100) / 100f;
  }
}
