package broadsheet.lucene.schema;

import broadsheet.article.Article;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** The script of most letters at the start of an article. */
final class TextScript {

  /** The number of characters that are looked at. */
  private static final int ENOUGH = 600;

  private TextScript() {}

  /** Its Unicode name, with kana counted as ideographs; empty where there is no letter. */
  static String of(Article article) {
    StringBuilder start = new StringBuilder(article.title()).append(article.standfirst());
    for (String paragraph : article.paragraphs()) {
      if (start.length() >= ENOUGH) {
        break;
      }
      start.append(paragraph);
    }
    return of(start.substring(0, Math.min(start.length(), ENOUGH)));
  }

  private static String of(String text) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(letter -> counts.merge(script(letter), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> most.getKey().name())
        .orElse("");
  }

  private static UnicodeScript script(int letter) {
    UnicodeScript script = UnicodeScript.of(letter);
    return switch (script) {
      case HIRAGANA, KATAKANA, BOPOMOFO -> UnicodeScript.HAN;
      default -> script;
    };
  }
}
