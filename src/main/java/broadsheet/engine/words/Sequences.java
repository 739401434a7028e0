package broadsheet.engine.words;

import broadsheet.engine.result.Note;
import java.util.List;

/**
 * The n-grams of words in articles, the most frequent first, ties in the order of their characters.
 * Each count is exact for the articles that were read. To bound memory, rare sequences of many
 * articles are not counted; the list ends before the first that may be as rare as one of these.
 *
 * @param words the number of words in the articles that were read
 */
public record Sequences(List<Sequence> sequences, long words, Extent extent, List<Note> notes) {

  public Sequences {
    sequences = List.copyOf(sequences);
    notes = List.copyOf(notes);
  }

  /**
   * A sequence.
   *
   * @param text its words, separated by blanks
   * @param count the number of times it is printed
   * @param articles the number of articles with it
   */
  public record Sequence(String text, long count, long articles) {}
}
