package broadsheet.web.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Prints numbers as a newspaper does: {@code 21,578 articles}, {@code 1 article}. */
public final class FormattedCount {
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

  private FormattedCount() {}

  public static String of(long count) {
    return String.format(Locale.ENGLISH, "%,d", count);
  }

  /** Part of a score, to at most four decimals: {@code 2.1972}. */
  public static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(4, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** A share, to two significant digits: {@code 37%}, {@code 2.1%}. */
  public static String percent(double share) {
    BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2);
    BigDecimal rounded =
        percent.compareTo(BigDecimal.TEN) < 0
            ? percent.round(TWO_DIGITS)
            : percent.setScale(0, RoundingMode.HALF_UP);
    return (rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString()) + "%";
  }

  /** A count with its noun: {@code 2 searches}. */
  public static String of(long count, String noun) {
    String plural = noun.endsWith("ch") ? "es" : "s";
    return of(count) + " " + noun + (count == 1 ? "" : plural);
  }
}
