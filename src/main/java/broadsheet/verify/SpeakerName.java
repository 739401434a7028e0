package broadsheet.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells whether two names are of the same speaker. Stateless. */
final class SpeakerName {

  private SpeakerName() {}

  /** The words of a name that tell who it is: without titles. */
  static Set<String> significant(String name) {
    Set<String> words = new HashSet<>();
    for (ComparedWord word : words(name)) {
      if (word.word().length() > 1 && !AttributionWords.isTitle(word.word())) {
        words.add(word.word());
      }
    }
    return words;
  }

  /** Whether two names may be of the same: the last word of one is in the other. */
  static boolean isSame(String first, String second) {
    return isIn(last(first), significant(second)) || isIn(last(second), significant(first));
  }

  private static boolean isIn(String word, Set<String> words) {
    return !word.isEmpty() && words.contains(word);
  }

  private static String last(String name) {
    List<ComparedWord> words = words(name);
    Set<String> significant = significant(name);
    for (int i = words.size() - 1; i >= 0; i--) {
      if (significant.contains(words.get(i).word())) {
        return words.get(i).word();
      }
    }
    return "";
  }

  /** Whether a text names somebody by their last word. */
  static boolean isNamed(String name, String text) {
    String last = last(name);
    return !last.isEmpty() && words(text).stream().anyMatch(word -> word.word().equals(last));
  }

  /** Its words, without the genitive's ending. */
  private static List<ComparedWord> words(String text) {
    return ComparedWords.of(text.replaceAll("[’']s\\b", "")).all();
  }
}
