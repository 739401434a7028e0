package broadsheet.query;

import java.util.List;
import java.util.Random;

/** Generates queries that readers might type, and some that nobody would. */
final class RandomText {
  private static final List<String> SOUP =
      List.of(
          "a",
          "b",
          "talks",
          "China’s",
          "U.S.",
          "AT&T",
          "צה\"ל",
          "中国",
          "🙂",
          "and",
          "or",
          "not",
          "AND",
          "OR",
          "NOT",
          "&&",
          "|",
          "NEAR/5",
          "w/10",
          "w/s",
          "ATLEAST/3",
          "atleast2",
          "NEAR",
          "N5",
          "/s",
          "AROUND(5)",
          "'a b'",
          "'",
          "hd=",
          "wc>",
          "/a.b/",
          "(",
          "(",
          ")",
          ")",
          "\"",
          "“",
          "”",
          "„",
          "«",
          "»",
          "‹",
          "「",
          "」",
          "-",
          "-",
          "--",
          "!",
          "!",
          "！",
          "¡",
          "||",
          "=",
          "*",
          "?",
          "~",
          "~1",
          "~3",
          "~0",
          "^2",
          "^0.5",
          "^",
          "title:",
          "body:",
          "source:",
          "id:",
          "date:",
          "words:",
          "after:",
          "before:",
          "last:",
          "url:",
          "lang:",
          "*..*",
          "[* TO *]",
          "foo:",
          "://",
          ":",
          "2023",
          "1987",
          "2023-06",
          "2023-06-18",
          "..",
          ">",
          ">=",
          "<",
          "<=",
          "[2023 TO 2024]",
          "{a TO b}",
          "[5",
          "500",
          "7d",
          "unknown",
          "TO",
          "]",
          ".",
          ",",
          "'",
          "’",
          "…",
          "—",
          "&",
          "+",
          "#",
          "@",
          "\\",
          "/",
          "\u0000",
          "\u00ad",
          "\u200f",
          "\ud83d",
          "\ude42",
          "ß",
          "İ",
          "½",
          " ",
          " ",
          " ",
          "\u3000");

  private RandomText() {}

  static String soup(Random random, int most) {
    StringBuilder text = new StringBuilder();
    int blanks = 1 + random.nextInt(4);
    for (int i = random.nextInt(most); i > 0; i--) {
      text.append(SOUP.get(random.nextInt(SOUP.size())));
      text.append(random.nextInt(blanks) > 0 ? " " : "");
    }
    return text.toString();
  }

  static String characters(Random random, int most) {
    int bound = List.of(0x80, 0x100, 0x3000, 0x10000, 0x110000).get(random.nextInt(5));
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most); i > 0; i--) {
      text.appendCodePoint(random.nextInt(bound));
    }
    return text.toString();
  }

  static String any(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> characters(random, 60);
      case 1 -> soup(random, 40);
      default -> soup(random, 6) + characters(random, 6) + soup(random, 6);
    };
  }
}
