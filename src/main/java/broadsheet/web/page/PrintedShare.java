package broadsheet.web.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Prints parts of a whole: {@code 13.2%}, {@code 4.1%}, {@code 0.034%}. */
public final class PrintedShare {
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

  private PrintedShare() {}

  /**
   * In percent, to two digits and from ten percent on to one behind the point.
   *
   * @param share 0 to 1
   */
  public static String of(double share) {
    BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2);
    BigDecimal rounded =
        percent.compareTo(BigDecimal.TEN) < 0
            ? percent.round(TWO_DIGITS)
            : percent.setScale(1, RoundingMode.HALF_UP);
    return (rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString()) + "%";
  }
}
