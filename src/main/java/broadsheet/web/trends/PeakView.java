package broadsheet.web.trends;

import broadsheet.engine.result.DistinctiveWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The highest point of a line among the periods of at least {@value Peaks#SMALLEST_BASE} articles,
 * the earliest where there are several, and what was written then and not before and after.
 *
 * @param start its first day
 * @param end its last day
 * @param count how many articles match
 * @param articles how many there are under the same filters
 * @param share the one as part of the other
 * @param words what is distinctive of it; none where too little was read to say
 * @param read of how many articles this was found out; null when there was no time for it
 */
public record PeakView(
    String start,
    String end,
    long count,
    long articles,
    double share,
    List<DistinctiveWords.Word> words,
    @Nullable Read read) {

  /**
   * What was read to find the words.
   *
   * @param within of this period
   * @param around of those before and after
   * @param isComplete whether all was read that was to be; if not, the time was up before
   */
  public record Read(
      DistinctiveWords.Sample within, DistinctiveWords.Sample around, boolean isComplete) {}

  public PeakView {
    words = List.copyOf(words);
  }
}
