package broadsheet.web.trends;

import broadsheet.engine.result.DistinctiveWords;
import broadsheet.web.page.WordsView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The highest point of a line, among the periods with at least {@value Peaks#SMALLEST_BASE}
 * articles; the earliest of several. Its words are those that set it apart from the periods before
 * and after.
 *
 * @param start its first day
 * @param end its last day
 * @param count the number of matching articles
 * @param articles the number of articles that pass the same filters
 * @param share {@code count} divided by {@code articles}
 * @param words its distinctive words; empty if too little was read to say
 * @param read the numbers of articles that the words are based on; null if there was no time to
 *     read any
 */
public record PeakView(
    String start,
    String end,
    long count,
    long articles,
    double share,
    List<DistinctiveWords.Word> words,
    WordsView.@Nullable Read read) {

  public PeakView {
    words = List.copyOf(words);
  }
}
