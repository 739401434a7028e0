package broadsheet.names.tag;

import broadsheet.names.word.WordShape;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;

/** Counts words and pairs of words that an article writes without capitals. */
final class SmallWords {

  private final Map<String, Integer> counts = new HashMap<>();

  void add(List<NameWord> words) {
    NameWord before = WordTags.at(words, -1);
    for (NameWord word : words) {
      if (word.shape() == WordShape.SMALL) {
        counts.merge(word.text(), 1, Integer::sum);
        if (before.shape() == WordShape.SMALL) {
          counts.merge(before.text() + ' ' + word.text(), 1, Integer::sum);
        }
      }
      before = word;
    }
  }

  /** The number of times a form occurs without capitals; an upper bound for more than two words. */
  int of(String form) {
    StringTokenizer words = new StringTokenizer(form.toLowerCase(Locale.ROOT));
    String before = words.nextToken();
    int least = counts.getOrDefault(before, 0);
    boolean one = true;
    while (words.hasMoreTokens()) {
      String word = words.nextToken();
      int pair = counts.getOrDefault(before + ' ' + word, 0);
      least = one ? pair : Math.min(least, pair);
      one = false;
      before = word;
    }
    return least;
  }
}
