package broadsheet.web;

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
 * A query to try.
 *
 * @param query as typed
 * @param meaning what it asks for, in plain words
 * @param href the search
 */
public record Example(String query, String meaning, String href) {
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
  private static final Pattern PAIR = Pattern.compile("\\p{L}{4,} \\p{L}{4,}");
  private static final int LENGTH_OF_STEM = 5;

  /**
   * Queries that find something in this archive: built of one of its headlines, so that they make
   * sense in any language and on any subject.
   *
   * @param headline may be empty
   * @param lastDay the newest day the archive covers
   */
  static List<Example> drawnFrom(String headline, Optional<LocalDate> lastDay) {
    // Small letters: a headline in capitals may hold AND, OR and NOT, which would be operators.
    String text = headline.toLowerCase(Locale.ROOT);
    List<String> words =
        WORD.matcher(text)
            .results()
            .map(MatchResult::group)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    List<Example> examples = new ArrayList<>();
    if (words.size() >= 2) {
      examples.addAll(fromWords(words.get(0), words.get(1)).toList());
    }
    PAIR.matcher(text)
        .results()
        .findFirst()
        .ifPresent(
            pair ->
                examples.add(
                    Math.min(1, examples.size()),
                    of("\"" + pair.group() + "\"", "the exact phrase")));
    lastDay.ifPresent(day -> examples.add(of("date:" + day.getYear(), "published in that year")));
    return examples;
  }

  private static Stream<Example> fromWords(String longest, String next) {
    String stem = longest.substring(0, Math.min(LENGTH_OF_STEM, longest.length()));
    return Stream.of(
        of(longest + " " + next, "both words, near each other first"),
        of("title:" + longest, "in the headline"),
        of(longest + " OR " + next, "either word"),
        of(stem + "*", "any word that begins so"));
  }

  private static Example of(String query, String meaning) {
    String href = SearchParameters.none().withText(query).toQueryString().after("/search");
    return new Example(query, meaning, href);
  }
}
