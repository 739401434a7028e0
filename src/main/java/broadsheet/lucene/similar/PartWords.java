package broadsheet.lucene.similar;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.util.BytesRef;

/**
 * The words of a sample in one part of an archive, in a form that can be sent.
 *
 * @param words the words by stem, counted in the hits and in the articles that they are compared
 *     with
 * @param asked the stems that the query matched
 * @param within the number of hits read
 * @param around the number of other articles read
 * @param isComplete whether all of the sample was read
 */
public record PartWords(
    Map<String, Counted> words, Set<String> asked, int within, int around, boolean isComplete) {

  /**
   * A word.
   *
   * @param printed the number of times each form is printed
   * @param within the number of hits that have it
   * @param around the number of other articles that have it
   */
  public record Counted(Map<String, Integer> printed, int within, int around) {}

  /**
   * An article of a sample.
   *
   * @param number the number by which it was drawn
   */
  public record Drawn(long number, BytesRef id, OptionalLong family) {}

  /**
   * The sample of a part.
   *
   * @param hits the number of hits it is drawn from
   * @param articles the first of the archive's whole sample are among them
   */
  public record Sample(long hits, List<Drawn> articles, boolean isComplete) {}
}
