package broadsheet.web.page;

import broadsheet.address.SearchParameters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A query to try.
 *
 * @param query the query as typed
 * @param meaning its meaning in plain words
 * @param href the search
 */
public record Example(String query, String meaning, String href) {

  /**
   * Queries that find something in this archive.
   *
   * @param headline one from the archive; may be empty
   * @param lastDay the newest day the archive covers
   */
  public static List<Example> drawnFrom(String headline, Optional<LocalDate> lastDay) {
    List<Example> examples = new ArrayList<>();
    SampleWords.of(headline).ifPresent(words -> examples.addAll(fromWords(words)));
    lastDay.ifPresent(day -> examples.add(of("date:" + day.getYear(), "published in that year")));
    return examples;
  }

  private static List<Example> fromWords(SampleWords words) {
    return List.of(
        of(words.one() + " " + words.other(), "both words, near each other first"),
        of("\"" + words.pair() + "\"", "the exact phrase"),
        of("title:" + words.one(), "in the headline"),
        of(words.one() + " w/10 " + words.other(), "at most ten words apart"),
        of(words.one() + " OR " + words.other(), "either word"),
        of(words.stem() + "*", "any word that begins like this"));
  }

  public static Example of(String query, String meaning) {
    String href = SearchParameters.none().withText(query).toQueryString().after("/search");
    return new Example(query, meaning, href);
  }
}
