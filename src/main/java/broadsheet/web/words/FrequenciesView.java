package broadsheet.web.words;

import broadsheet.engine.words.Dispersion;
import broadsheet.engine.words.Frequencies;
import broadsheet.web.page.QueryView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Frequencies, as JSON; see {@link Frequencies}.
 *
 * @param query the query, how it was read, and notes on what is not exact
 * @param archiveWords the number of words in the archive
 * @param hitWords the number of words in the articles that match
 * @param all all articles under the filters
 * @param groups those of which the archive has articles
 * @param dispersion how evenly matches are spread over the groups; null where there are none
 * @param forms what was counted; null where that is not told
 */
public record FrequenciesView(
    QueryView query,
    long archiveWords,
    long hitWords,
    Frequency all,
    List<Frequency> groups,
    @Nullable Dispersion dispersion,
    ExtentView articles,
    @Nullable FormsView forms) {

  /**
   * The frequency in a group of articles.
   *
   * @param value the year, month, source or section; empty where articles have none
   * @param words the number of words in its articles
   * @param articles the number of its articles that match
   * @param matches the number of places where the query matches
   * @param perMillion the matches per million words
   */
  public record Frequency(
      String value, long words, long articles, long matches, double perMillion) {

    static Frequency of(Frequencies.Group group) {
      return new Frequency(
          group.value(), group.words(), group.articles(), group.matches(), group.perMillion());
    }
  }

  static FrequenciesView of(Frequencies found, QueryView query, @Nullable FormsView forms) {
    Dispersion dispersion = Dispersion.of(found.groups());
    return new FrequenciesView(
        query,
        found.archive(),
        found.hits(),
        Frequency.of(found.all()),
        found.groups().stream().filter(group -> group.words() > 0).map(Frequency::of).toList(),
        Double.isNaN(dispersion.gries()) ? null : dispersion,
        ExtentView.of(found.extent()),
        forms);
  }
}
