package broadsheet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Queries designed to cost as much as possible, by what makes each expensive. */
public final class AttackQueries {

  private static final Map<String, String> ALL = all();

  private AttackQueries() {}

  /** The text of each query, by name. */
  public static Map<String, String> byName() {
    return ALL;
  }

  private static Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    addPatterns(all);
    addPhrases(all);
    addMasses(all);
    addOperators(all);
    return all;
  }

  private static void addPatterns(Map<String, String> all) {
    all.put("stars in a word", "*a*b*c*");
    all.put("vowels", "*a*e*i*o*");
    all.put("four hundred stars in a word", "*a".repeat(400) + "*");
    all.put("three hundred question marks", "?".repeat(300) + "*a");
    all.put("one letter each", joined(" OR ", 26, i -> letter(i) + "*"));
    all.put("5,000 ORs of wildcards", joined(" OR ", 5_000, i -> "*" + letters(i) + "*"));
    all.put("5,000 ORs of prefixes", joined(" OR ", 5_000, i -> letters(i) + "*"));
    all.put(
        "1,000 wildcards", joined(" ", 1_000, i -> "*" + letter(i) + "*" + letter(i / 26) + "*"));
    all.put("1,000 fuzzy words", joined(" ", 1_000, i -> letters(i) + "defgh~2"));
    all.put("long fuzzy words", "a".repeat(1_000) + "~2 " + "ab".repeat(499) + "~2");
    all.put("fuzzy stop words", "government~2 the~2 of~2 a~2");
    all.put("wildcards side by side", "s*-s* e*-e* ?*e*-*e*-*e*-*e*-*e*");
    all.put("wildcards in every field", "author:* OR place:* OR title:*a* OR body:*e* OR topic:?*");
  }

  private static void addPhrases(Map<String, String> all) {
    all.put("sloppy phrase of stop words", "\"a * a * a\"~9999");
    all.put("eight stop words in any order", "\"the of the of the of the of\"~9999");
    all.put("240 stop words in any order", "\"" + "the a of to ".repeat(60) + "\"~99999");
    all.put("phrase of one word 900 times", "\"" + "the ".repeat(900) + "\"");
    all.put("1,000 ORs of phrases", joined(" OR ", 1_000, i -> "\"the of\"~" + (i + 10)));
    all.put("1,000 phrases", joined(" ", 1_000, i -> "\"the " + letters(i) + "\"~" + (i + 10)));
  }

  private static void addMasses(Map<String, String> all) {
    Random random = new Random(1);
    all.put("1,000 words", joined(" ", 1_000, AttackQueries::letters));
    all.put("1,000 numbers", joined(" ", 1_000, _ -> Integer.toString(random.nextInt(1_000))));
    all.put("10,000 words", joined(" ", 10_000, i -> letters(i) + i));
    all.put("classes of characters", "[a-z]".repeat(1_000));
    all.put("classes of characters, apart", "[a-z] ".repeat(1_000));
    all.put("regular expressions", "/(a|b)*c{1,1000}(d+)+$/ ^(([a-z])+.)+[A-Z]([a-z])+$");
    all.put("ranges", "words:1..2 ".repeat(500) + "date:1987 ".repeat(400));
    all.put("stop words", "the of to in and a said it for on at by from");
  }

  private static void addOperators(Map<String, String> all) {
    all.put("deep parentheses", "(".repeat(5_000) + "a" + ")".repeat(5_000));
    all.put("deep AND and OR", joined("", 2_000, i -> "(a" + i + (i % 2 == 0 ? " OR " : " AND ")));
    all.put("deep NOT", joined("", 2_000, i -> "-(the" + (i % 2 == 0 ? " OR " : " AND ")));
    all.put("two stop words near each other", "the NEAR/5 of");
    all.put("stop words far from each other", "(the OR a OR to) NEAR/1000 (of OR in OR and)");
    all.put("nested nearness", joined(" NEAR/999 ", 12, i -> "(the w/9 of w/" + (i + 9) + " a)"));
    all.put("many times", "ATLEAST/500 (the OR of OR a OR *)");
    all.put("never near", "the NOT w/1000 of");
  }

  private static String joined(String sign, int count, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(sign));
  }

  private static String letter(int number) {
    return Character.toString('a' + number % 26);
  }

  private static String letters(int number) {
    return letter(number) + letter(number / 26) + letter(number / 26 / 26);
  }
}
