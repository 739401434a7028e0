package broadsheet.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words from names and topics, or from one headline, used to build queries that find something in
 * this archive, in any language and on any subject.
 *
 * @param one a word, the longest of a headline
 * @param other another
 * @param pair two adjacent words, of a headline the first two longer ones if there are any
 */
public record SampleWords(String one, String other, String pair) {

  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
  private static final Pattern LONGER_PAIR = Pattern.compile("\\p{L}{4,} \\p{L}{4,}");
  private static final Pattern ANY_PAIR = Pattern.compile("\\p{L}+ \\p{L}+");
  private static final int LENGTH_OF_STEM = 5;

  /** The words of a headline; empty if it has fewer than two, or none beside another. */
  public static Optional<SampleWords> of(String headline) {
    // In lower case: a headline in capitals may contain AND, OR and NOT, which would be operators.
    String text = headline.toLowerCase(Locale.ROOT);
    List<String> words =
        WORD.matcher(text)
            .results()
            .map(MatchResult::group)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    return words.size() < 2
        ? Optional.empty()
        : Stream.of(LONGER_PAIR, ANY_PAIR)
            .flatMap(pair -> pair.matcher(text).results())
            .findFirst()
            .map(pair -> new SampleWords(words.get(0), words.get(1), pair.group()));
  }

  /**
   * Choices of words from names and topics: the last words of any two, and two adjacent words of
   * the first that has several. None if only one has words.
   *
   * @param values the most frequent first
   */
  static List<SampleWords> among(List<String> values) {
    List<String> last = lastOf(values);
    Optional<String> pair =
        values.stream()
            .map(value -> value.toLowerCase(Locale.ROOT))
            .filter(value -> ANY_PAIR.matcher(value).matches())
            .findFirst();
    List<SampleWords> choices = new ArrayList<>();
    for (int i = 1; i < last.size(); i++) {
      for (int k = 0; k < i; k++) {
        String both = last.get(k) + " " + last.get(i);
        choices.add(new SampleWords(last.get(k), last.get(i), pair.orElse(both)));
      }
    }
    return choices;
  }

  /** The last words of names and topics, each once. */
  static List<String> lastOf(List<String> values) {
    return values.stream()
        .map(value -> value.toLowerCase(Locale.ROOT))
        .flatMap(value -> WORD.matcher(value).results().reduce((_, word) -> word).stream())
        .map(MatchResult::group)
        .distinct()
        .toList();
  }

  /** The start of the first word. */
  public String stem() {
    return one.substring(0, Math.min(LENGTH_OF_STEM, one.length()));
  }

  /**
   * A pattern of {@link broadsheet.query.QueryForm} filled with these words.
   *
   * @param day a day for which the archive has articles
   */
  public String in(String pattern, Optional<LocalDate> day) {
    return pattern
        .replace("{one}", one)
        .replace("{other}", other)
        .replace("{pair}", pair)
        .replace("{stem}", stem())
        .replace("{year}", day.map(d -> "" + d.getYear()).orElse("unknown"));
  }
}
