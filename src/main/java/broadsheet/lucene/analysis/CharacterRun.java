package broadsheet.lucene.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A long run of characters in a script without blanks between words: several words without visible
 * boundaries. An article must have its pairs of adjacent characters, as in Lucene's {@code
 * CJKBigramFilter}; its single characters only raise the score. A question word ({@code 什么}) breaks
 * the run, as punctuation does. Immutable.
 *
 * @param words its words of other scripts
 * @param pairs its pairs of adjacent characters in order, repeated as typed
 * @param characters its characters in order, repeated as typed, without those of question words
 * @param ofQuestions the characters of its question words
 */
public record CharacterRun(
    List<String> words, List<String> pairs, List<String> characters, List<String> ofQuestions) {

  /** The longest run that is searched as it stands. */
  private static final int SHORT = 4;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\p{P}\\p{S}\\p{Z}\\s]+");

  public CharacterRun {
    words = List.copyOf(words);
    pairs = List.copyOf(pairs);
    characters = List.copyOf(characters);
    ofQuestions = List.copyOf(ofQuestions);
  }

  /**
   * The run that a word is.
   *
   * @param word the word as typed, without blanks
   * @return empty for any other word and for a short run
   */
  public static Optional<CharacterRun> of(String word) {
    if (!isLong(word)) {
      return Optional.empty();
    }
    CharacterRun content = cut(word, true);
    return Optional.of(content.required().isEmpty() ? cut(word, false) : content);
  }

  private static boolean isLong(String word) {
    return word.codePoints().filter(UnspacedScriptsFilter::isUnspaced).count() > SHORT
        && analyzed(word).stream().filter(CharacterRun::isCharacter).count() > SHORT;
  }

  private static List<QueryWord> analyzed(String text) {
    return QueryWord.in(text, ArticleAnalyzer.forKeywords());
  }

  private static String folded(List<QueryWord> words) {
    return words.stream().map(QueryWord::folded).collect(Collectors.joining());
  }

  private static boolean isCharacter(QueryWord word) {
    return TermForm.isUnspaced(word.exact());
  }

  /**
   * The pieces that an article must have, in no order; where there are no pairs, its characters.
   */
  public List<String> required() {
    List<String> required = new ArrayList<>(words);
    required.addAll(pairs);
    return required.isEmpty() ? characters : required;
  }

  private static CharacterRun cut(String word, boolean isCutAtQuestions) {
    Collecting collecting = new Collecting();
    for (String part : BETWEEN_WORDS.split(word, -1)) {
      collecting.add(analyzed(part), isCutAtQuestions);
    }
    return collecting.run();
  }

  /** Collects the parts between punctuation. */
  private static final class Collecting {
    /** Read for the first run: folding Chinese takes ICU as long as the program takes to start. */
    private static final Set<String> QUESTION_WORDS =
        StopWords.lists("questions-without-blanks.txt").values().stream()
            .flatMap(Collection::stream)
            .map(word -> folded(analyzed(word)))
            .collect(Collectors.toUnmodifiableSet());

    private static final int LONGEST_QUESTION_WORD =
        QUESTION_WORDS.stream().mapToInt(String::length).max().orElse(0);

    private final List<String> words = new ArrayList<>();
    private final List<String> pairs = new ArrayList<>();
    private final List<String> characters = new ArrayList<>();
    private final List<String> ofQuestions = new ArrayList<>();

    void add(List<QueryWord> part, boolean isCutAtQuestions) {
      String before = "";
      for (int at = 0; at < part.size(); ) {
        int question = isCutAtQuestions ? questionLength(part, at) : 0;
        for (QueryWord word : part.subList(at, at + question)) {
          ofQuestions.add(word.exact());
        }
        before = question > 0 ? "" : add(before, part.get(at));
        at += Math.max(1, question);
      }
    }

    /** Returns the character with which the next one may be a pair; empty if there is none. */
    private String add(String before, QueryWord word) {
      if (!isCharacter(word)) {
        words.add(word.exact());
        return "";
      }
      characters.add(word.exact());
      if (!before.isEmpty()) {
        pairs.add(before + word.exact());
      }
      return word.exact();
    }

    /** The length of the longest question word that begins at a place; 0 if none does. */
    private static int questionLength(List<QueryWord> part, int at) {
      int longest = 0;
      for (int end = at + 1; end <= Math.min(part.size(), at + LONGEST_QUESTION_WORD); end++) {
        longest = QUESTION_WORDS.contains(folded(part.subList(at, end))) ? end - at : longest;
      }
      return longest;
    }

    CharacterRun run() {
      return new CharacterRun(words, pairs, characters, ofQuestions);
    }
  }
}
