package broadsheet.lucene.names;

import java.util.List;
import java.util.function.Predicate;

/**
 * Words that stand side by side in a name.
 *
 * @param words what each accepts of a folded word; at least one
 */
public record WordSequence(List<Predicate<String>> words) {

  public WordSequence {
    words = List.copyOf(words);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("no words to look for");
    }
  }

  /** Whether the words of a name hold them. */
  boolean isIn(List<String> name) {
    for (int start = 0; start + words.size() <= name.size(); start++) {
      if (isAt(name, start)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAt(List<String> name, int start) {
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).test(name.get(start + i))) {
        return false;
      }
    }
    return true;
  }
}
