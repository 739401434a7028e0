package broadsheet.lucene.analysis;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words of a query that an article need not have: stop words, and words that ask a question or
 * address a person ({@code how many}, {@code Mr}). They concern queries alone: the index does not
 * depend on the lists. Thread-safe.
 */
public final class OptionalWords {

  private static final Map<String, List<String>> OF_QUESTIONS =
      StopWords.lists("question-words.txt");

  private static final ConcurrentMap<String, Set<String>> FOLDED = new ConcurrentHashMap<>();

  private OptionalWords() {}

  /** Whether there is at least one word and all are optional in a language. */
  public static boolean areAll(List<QueryWord> words, String language) {
    return !words.isEmpty() && words.stream().allMatch(word -> contain(word, language));
  }

  /**
   * Whether a word is optional.
   *
   * @param language as {@link StemmedLanguages#of} gives it
   */
  public static boolean contain(QueryWord word, String language) {
    return FOLDED.computeIfAbsent(language, OptionalWords::folded).contains(word.folded());
  }

  /** Whether a word is optional in any language. */
  public static boolean isInAnyLanguage(QueryWord word) {
    return Everywhere.WORDS.contains(word.folded());
  }

  /** Built only where it is needed. */
  private static final class Everywhere {
    static final Set<String> WORDS =
        Stream.concat(StopWords.languages(), OF_QUESTIONS.keySet().stream())
            .flatMap(language -> folded(language).stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> folded(String language) {
    Set<String> folded = new HashSet<>(StopWords.of(List.of(language)));
    OF_QUESTIONS
        .getOrDefault(language, List.of())
        .forEach(word -> folded.add(TermForm.foldedPattern(word)));
    if (language.equals("en")) {
      List.copyOf(folded).forEach(word -> Contractions.other(word).ifPresent(folded::add));
    }
    return Collections.unmodifiableSet(folded);
  }
}
