package broadsheet.lucene.words;

import broadsheet.engine.words.Concordance;
import broadsheet.engine.words.ConcordanceRequest;
import broadsheet.engine.words.Extent;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The lines of a concordance from one part of an archive.
 *
 * @param lines the first lines after a place, in order
 * @param total the number of all its lines; empty where not all were counted
 * @param reach lines behind this one were not looked at; empty where there are none
 * @param extent the articles that were looked at
 */
public record PartLines(
    List<Keyed> lines, OptionalLong total, Optional<ConcordanceSortKey> reach, Extent extent) {

  /** Asks for them, of all matches. */
  public record LinesQuestion(PartSet set, ConcordanceRequest request)
      implements WordQuestion<PartLines> {
    @Override
    public PartLines answer(SearchBudget budget) throws IOException {
      return lines(set, request, Optional.empty(), budget);
    }
  }

  /**
   * Asks for them, of some matches or in an order of several levels, which parts of earlier
   * releases do not know.
   *
   * @param draw the lines that count; empty for all
   */
  public record ChosenLinesQuestion(
      PartSet set, ConcordanceRequest request, Optional<LineDraw> draw)
      implements WordQuestion<PartLines> {
    @Override
    public PartLines answer(SearchBudget budget) throws IOException {
      return lines(set, request, draw, budget);
    }
  }

  private static PartLines lines(
      PartSet set, ConcordanceRequest request, Optional<LineDraw> draw, SearchBudget budget)
      throws IOException {
    return new LineSearch(set.in(budget), request, draw, budget).lines(set.marker(request, budget));
  }

  /** A line with its place in the order. */
  public record Keyed(ConcordanceSortKey key, Concordance.Line line) {}
}
