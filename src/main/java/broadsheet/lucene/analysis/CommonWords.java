package broadsheet.lucene.analysis;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The common words of several languages, as in common grams: so frequent that a phrase of them
 * costs much to find, which is why their pairs are indexed. The list is part of the index format.
 * Thread-safe.
 */
public final class CommonWords {

  private static final Set<String> FOLDED =
      StopWords.lists("frequent-words.txt").values().stream()
          .flatMap(Collection::stream)
          .map(TermForm::foldedPattern)
          .collect(Collectors.toUnmodifiableSet());

  private CommonWords() {}

  /** All of them, folded. */
  static Set<String> all() {
    return FOLDED;
  }

  /**
   * Whether a word is one of them.
   *
   * @param folded form of the word
   */
  public static boolean contains(String folded) {
    return FOLDED.contains(folded);
  }
}
