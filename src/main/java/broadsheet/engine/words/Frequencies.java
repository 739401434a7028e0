package broadsheet.engine.words;

import broadsheet.engine.result.Note;
import java.util.List;

/**
 * Matches of a query per million words. An article in several sections is in the group of each, so
 * that a group has the numbers of a search with that filter; all other groups add up to the whole.
 *
 * @param archive the number of words in the archive
 * @param hits the number of words in the articles that match
 * @param all all articles under the filters
 * @param groups of time in order, those without articles included; others by their number of words,
 *     the largest first. Articles without a date or value are a group with an empty one, the last;
 *     an article known only by its year is in no month but that group
 */
public record Frequencies(
    long archive, long hits, Group all, List<Group> groups, Extent extent, List<Note> notes) {

  public Frequencies {
    groups = List.copyOf(groups);
    notes = List.copyOf(notes);
  }

  /**
   * A group of articles.
   *
   * @param value the value they share: a year, a month as {@code 2015-03}, or an outlet or section
   * @param words the number of words in its articles, whether they match or not
   * @param articles the number of its articles that match
   * @param matches the number of places in them where the query matches, in any text that is shown;
   *     where the extent is a sample, that of the articles that were read, extrapolated to all
   */
  public record Group(String value, long words, long articles, long matches) {

    /** The matches per million words; 0 where there are no words. */
    public double perMillion() {
      return words == 0 ? 0 : 1e6 * matches / words;
    }
  }
}
