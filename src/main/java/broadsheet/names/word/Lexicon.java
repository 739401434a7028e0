package broadsheet.names.word;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Lists of words made by hand, the gazetteer, and words that are mostly lower case. */
public final class Lexicon {

  private final Map<String, Integer> lists = WordLists.traits();
  private final Map<String, Integer> gazetteer;
  private final Set<String> plainWords;
  private final Set<String> firstOfLonger = new HashSet<>();

  /**
   * @param gazetteer traits by name
   * @param plainWords words that are mostly written without capitals, in small letters
   */
  public Lexicon(Map<String, Integer> gazetteer, Set<String> plainWords) {
    this.gazetteer = new HashMap<>();
    gazetteer.forEach(
        (name, traits) -> this.gazetteer.merge(folded(name), traits, (one, other) -> one | other));
    this.plainWords = Set.copyOf(plainWords);
    for (String name : this.gazetteer.keySet()) {
      int blank = name.indexOf(' ');
      if (blank > 0) {
        firstOfLonger.add(name.substring(0, blank));
      }
    }
  }

  /** The traits of a word, given with and without capitals. */
  public int traits(String word, String lower) {
    String plain = folded(word);
    return lists.getOrDefault(plain, 0)
        | gazetteer.getOrDefault(plain, 0)
        | (plainWords.contains(lower) ? Trait.SMALL.bit() : 0);
  }

  /** The traits of a name of several words; none if no list has it. */
  public int traits(String name) {
    return gazetteer.getOrDefault(folded(name), 0) | lists.getOrDefault(name, 0);
  }

  /** Whether a name is a country's, a state's or a city's. */
  public boolean isPlace(String name) {
    int places = Trait.COUNTRY.bit() | Trait.STATE.bit() | Trait.CITY.bit();
    return (traits(name) & places) != 0;
  }

  public boolean mayBeginLonger(String word) {
    return firstOfLonger.contains(word);
  }

  /** The text without accents, with straight apostrophes. */
  public static String folded(String text) {
    boolean ascii = true;
    for (int i = 0; i < text.length(); i++) {
      ascii &= text.charAt(i) < 128;
    }
    if (ascii) {
      return text;
    }
    StringBuilder folded = new StringBuilder(text.length());
    String parts = Normalizer.normalize(text, Normalizer.Form.NFD);
    for (int i = 0; i < parts.length(); i++) {
      char c = parts.charAt(i);
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        folded.append(WordSplitter.isApostrophe(c) ? '\'' : c);
      }
    }
    return folded.toString();
  }
}
