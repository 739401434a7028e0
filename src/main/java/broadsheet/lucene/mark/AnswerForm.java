package broadsheet.lucene.mark;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells whether a sentence has something of the kind that a question asks for, and that the
 * question itself does not have: a number, a day, a name. Stateless.
 *
 * @param words the words of the question
 * @param language the language of the article
 */
record AnswerForm(QuestionWords words, String language) {

  /** Neither for nor against: scripts without capitals do not show names. */
  private static final double UNKNOWN = 0.5;

  private static final Map<String, Set<String>> CALENDARS = new ConcurrentHashMap<>();

  static AnswerForm of(QuestionWords words, String language) {
    return new AnswerForm(words, language);
  }

  /** The fit of a sentence, 0 to 1. */
  double fit(String sentence) {
    return switch (words.kind()) {
      case NUMBER -> hasNumber(sentence) ? 1 : 0;
      case TIME -> hasNumber(sentence) || hasDay(sentence) ? 1 : 0;
      case PERSON, PLACE, NAME -> hasCapitals(sentence) ? hasName(sentence) ? 1 : 0 : UNKNOWN;
      case OTHER -> UNKNOWN;
    };
  }

  /** Whether it asks, too. */
  static boolean isQuestion(String sentence) {
    int last = sentence.length() - 1;
    while (last > 0 && "\"”’»）)".indexOf(sentence.charAt(last)) >= 0) {
      last--;
    }
    return last >= 0 && "?？؟".indexOf(sentence.charAt(last)) >= 0;
  }

  private boolean hasNumber(String sentence) {
    return tokens(sentence)
        .anyMatch(word -> word.chars().anyMatch(Character::isDigit) && !words.has(word));
  }

  private boolean hasDay(String sentence) {
    Set<String> calendar = calendar();
    return tokens(sentence)
        .anyMatch(word -> calendar.contains(word.toLowerCase(Locale.ROOT)) && !words.has(word));
  }

  private static boolean hasCapitals(String sentence) {
    return sentence.chars().anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
  }

  /**
   * A word with a capital letter, other than the first, that is neither the question's nor a day.
   */
  private boolean hasName(String sentence) {
    Set<String> calendar = calendar();
    return tokens(sentence)
        .skip(1)
        .anyMatch(
            word ->
                word.length() > 1
                    && Character.isUpperCase(word.charAt(0))
                    && !words.has(word)
                    && !calendar.contains(word.toLowerCase(Locale.ROOT)));
  }

  /** Its words without marks around them. */
  private static Stream<String> tokens(String sentence) {
    return Stream.of(sentence.split("[^\\p{L}\\p{N}.,'’-]+"))
        .map(word -> word.replaceAll("^[.,'’-]+|(?:['’]s)?[.,'’-]*$", ""))
        .filter(word -> !word.isEmpty());
  }

  /** The names of months and days. */
  private Set<String> calendar() {
    return CALENDARS.computeIfAbsent(language, AnswerForm::names);
  }

  private static Set<String> names(String language) {
    Locale locale = Locale.forLanguageTag(language);
    return Stream.concat(
            Stream.of(Month.values()).map(month -> month.getDisplayName(TextStyle.FULL, locale)),
            Stream.of(DayOfWeek.values()).map(day -> day.getDisplayName(TextStyle.FULL, locale)))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
