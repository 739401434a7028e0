package broadsheet.corpus.date;

import java.util.regex.Pattern;

/** Reads the numbers of dates written in Chinese characters, as in old newspapers. Stateless. */
final class HanNumber {
  private static final String DIGITS = "〇一二三四五六七八九";

  /** A number before the character for year, month or day: digit by digit, or counted in tens. */
  private static final Pattern NUMBER = Pattern.compile("[〇零一二三四五六七八九十百廿卅]{1,6}(?=[年月日號号])");

  private static final Pattern COUNTED = Pattern.compile(".*[十百廿卅].*");

  private HanNumber() {}

  /** {@code 明治三十二年六月十八日} becomes {@code 明治32年6月18日}; other text is unchanged. */
  static String asDigits(String text) {
    return NUMBER.matcher(text).replaceAll(m -> digits(m.group()));
  }

  private static String digits(String number) {
    if (COUNTED.matcher(number).matches()) {
      return Integer.toString(counted(number));
    }
    StringBuilder digits = new StringBuilder();
    number.chars().forEach(c -> digits.append(digit(c)));
    return digits.toString();
  }

  private static int counted(String number) {
    int sum = 0;
    int digit = 0;
    for (int i = 0; i < number.length(); i++) {
      int unit = unit(number.charAt(i));
      if (unit > 0) {
        sum += Math.max(digit, 1) * unit;
        digit = 0;
      } else {
        digit = digit(number.charAt(i));
      }
    }
    return sum + digit;
  }

  private static int unit(char c) {
    return switch (c) {
      case '十' -> 10;
      case '廿' -> 20;
      case '卅' -> 30;
      case '百' -> 100;
      default -> 0;
    };
  }

  private static int digit(int c) {
    return c == '零' ? 0 : DIGITS.indexOf(c);
  }
}
