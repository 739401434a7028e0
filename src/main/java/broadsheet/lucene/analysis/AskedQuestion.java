package broadsheet.lucene.analysis;

import broadsheet.engine.result.AnswerKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A question, recognized by its form: it opens with a word that asks, or is a sentence with one.
 *
 * @param kind the kind of answer that it asks for
 * @param context the words before the last word that asks, in order
 * @param asked the words after it; in a script without blanks, the whole text
 */
public record AskedQuestion(AnswerKind kind, List<String> context, List<String> asked) {

  /** In a text of this many words, a word that asks may stand anywhere. */
  private static final int SENTENCE = 8;

  /** In a text of this many words, it may stand after others: {@code in which year}. */
  private static final int CLAUSE = 5;

  /** The most words before it in a clause. */
  private static final int MOST_BEFORE = 2;

  /** Hebrew writes prepositions and conjunctions together with the word. */
  private static final Pattern HEBREW_PREFIXES = Pattern.compile("^[ובלמשהכ]{1,2}(?=.{2})");

  private static final Map<String, List<Asking>> ASKING =
      StopWords.lines("answer-kinds.txt").stream()
          .map(line -> List.of(line.split(" ")))
          .collect(
              Collectors.groupingBy(
                  List::getFirst,
                  Collectors.flatMapping(
                      line -> line.stream().skip(2).map(words -> Asking.of(words, line.get(1))),
                      Collectors.toList())));

  /** Those of a language without a list. */
  private static final List<Asking> USUAL = Objects.requireNonNull(ASKING.get("en"));

  /** Words that ask for a kind of answer, folded. */
  private record Asking(List<String> words, AnswerKind kind) {
    static Asking of(String words, String kind) {
      return new Asking(
          List.of(TermForm.foldedPattern(words).split("_")),
          AnswerKind.valueOf(kind.toUpperCase(Locale.ROOT)));
    }

    boolean isAt(List<String> folded, int at) {
      return at + words.size() <= folded.size()
          && (folded.subList(at, at + words.size()).equals(words)
              || (words.size() == 1 && words.getFirst().equals(withoutPrefix(folded.get(at)))));
    }
  }

  private record Place(int at, Asking asking) {}

  private static String withoutPrefix(String word) {
    return HEBREW_PREFIXES.matcher(word).replaceFirst("");
  }

  /**
   * The question that plain words ask; empty if they ask none.
   *
   * @param text the words as typed, separated by blanks
   * @param language the language in which it is asked, as {@link StemmedLanguages#of} gives it
   */
  public static Optional<AskedQuestion> of(String text, String language) {
    List<Asking> all = ASKING.getOrDefault(language, USUAL);
    List<String> typed = List.of(text.split(" "));
    if (TermForm.isUnspaced(text)) {
      return ASKING.values().stream()
          .flatMap(List::stream)
          .filter(asking -> TermForm.isUnspaced(asking.words().getFirst()))
          .filter(asking -> text.contains(asking.words().getFirst()))
          .max(Comparator.comparingInt(asking -> asking.words().getFirst().length()))
          .map(asking -> new AskedQuestion(asking.kind(), List.of(), typed));
    }
    return last(typed, all)
        .map(
            place ->
                new AskedQuestion(
                    place.asking().kind(),
                    typed.subList(0, place.at()),
                    typed.subList(place.at() + place.asking().words().size(), typed.size())));
  }

  /** The last place with words that ask; of several there, the longest. */
  private static Optional<Place> last(List<String> typed, List<Asking> all) {
    List<String> folded = typed.stream().map(AskedQuestion::folded).toList();
    for (int at = furthest(typed.size()); at >= 0; at--) {
      Optional<Place> longest = Optional.empty();
      for (Asking asking : all) {
        if (asking.isAt(folded, at)
            && longest.filter(l -> l.asking().words().size() >= asking.words().size()).isEmpty()) {
          longest = Optional.of(new Place(at, asking));
        }
      }
      if (longest.isPresent()) {
        return longest;
      }
    }
    return Optional.empty();
  }

  private static int furthest(int words) {
    if (words >= SENTENCE) {
      return words - 1;
    }
    return words >= CLAUSE ? MOST_BEFORE : 0;
  }

  /** A word without marks around it; an abbreviation such as {@code WHO} stays one. */
  private static String folded(String word) {
    boolean isAbbreviation =
        word.length() > 1 && word.chars().allMatch(c -> Character.isUpperCase(c));
    return isAbbreviation ? word : TermForm.foldedPattern(word);
  }

  /** All its words but those that ask, in order. */
  public List<String> words() {
    List<String> words = new ArrayList<>(context);
    words.addAll(asked);
    return words;
  }
}
