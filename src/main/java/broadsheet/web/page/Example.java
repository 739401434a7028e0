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
   * Queries of the most used forms.
   *
   * @param words words from the archive
   * @param lastDay the newest day the archive covers
   */
  static List<Example> drawnFrom(Optional<SampleWords> words, Optional<LocalDate> lastDay) {
    List<Example> examples = new ArrayList<>();
    words.ifPresent(each -> examples.addAll(fromWords(each)));
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
