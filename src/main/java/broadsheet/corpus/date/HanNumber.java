package broadsheet.corpus.date;

import java.util.regex.Pattern;

/** Reads the numbers of dates written in Chinese characters, as in old newspapers. Stateless. */
final class HanNumber {
  private static final String DIGITS = "〇一二三四五六七八九";

  /** A number before the character for year, month or day: digit by digit, or counted in tens. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<tens>[二三四五六七八九])?十(?<ones>[一二三四五六七八九])?(?=[年月日])|[〇零一二三四五六七八九]{1,4}(?=[年月日])");

  private HanNumber() {}

  /** {@code 明治三十二年六月十八日} becomes {@code 明治32年6月18日}; other text is unchanged. */
  static String asDigits(String text) {
    return NUMBER.matcher(text).replaceAll(m -> digits(m.group()));
  }

  private static String digits(String number) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (c != '十') {
        digits.append(DIGITS.indexOf(c == '零' ? '〇' : c));
      } else if (i == 0) {
        digits.append(1);
      }
      if (c == '十' && i + 1 == number.length()) {
        digits.append(0);
      }
    }
    return digits.toString();
  }
}
