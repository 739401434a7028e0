package broadsheet.engine.words;

import broadsheet.engine.result.Note;
import java.util.List;

/**
 * The collocates of a query: the words that stand near its matches more often than by chance. What
 * is near is counted in the articles that were read; where those are a sample, it is not estimated
 * for the others.
 *
 * @param matches the number of matches in the texts whose words are counted: not in corrections and
 *     lists of links
 * @param near the number of words near them, those not listed included; a word near two matches
 *     counts once
 * @param words the number of words in all articles under the same filters
 */
public record Collocates(
    List<Collocate> collocates,
    long matches,
    long near,
    long words,
    Extent extent,
    List<Note> notes) {

  public Collocates {
    collocates = List.copyOf(collocates);
    notes = List.copyOf(notes);
  }

  /**
   * A word.
   *
   * @param observed the number of times it stands near a match
   * @param frequency the number of times it is printed in all articles under the same filters
   * @param expected the number of times it would stand near a match by chance
   */
  public record Collocate(
      String word,
      long observed,
      long frequency,
      double expected,
      double logLikelihood,
      double mi,
      double logDice) {}
}
