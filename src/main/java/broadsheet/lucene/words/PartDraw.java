package broadsheet.lucene.words;

import broadsheet.engine.words.ConcordanceRequest;
import broadsheet.engine.words.Extent;
import broadsheet.engine.words.LineSample;
import broadsheet.lucene.mark.MatchMarker;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.index.StoredFields;

/**
 * The lines of one part of an archive that may be among those of a sample.
 *
 * @param numbers the smallest numbers of its lines, at most one more than are drawn
 */
public record PartDraw(List<Long> numbers, Extent extent) {

  /** The share of the time for drawing; the rest is for making the lines. */
  private static final double DRAWING = 0.5;

  public PartDraw {
    numbers = List.copyOf(numbers);
  }

  /** Asks for them. */
  public record DrawQuestion(PartSet set, ConcordanceRequest request, LineSample sample)
      implements WordQuestion<PartDraw> {
    @Override
    public PartDraw answer(SearchBudget budget) throws IOException {
      SelectedArticles found = set.in(budget);
      Optional<MatchMarker> marker = set.marker(request, budget);
      PriorityQueue<Long> smallest = new PriorityQueue<>((a, b) -> Long.compareUnsigned(b, a));
      long read = marker.isEmpty() ? 0 : read(found, marker.get(), budget, smallest);
      return new PartDraw(List.copyOf(smallest), found.extent(read));
    }

    private long read(
        SelectedArticles found,
        MatchMarker marker,
        SearchBudget budget,
        PriorityQueue<Long> smallest)
        throws IOException {
      StoredFields stored = budget.snapshot().storedFields();
      LineDraw draw = LineDraw.share(sample);
      LinePlaces places = LinePlaces.of(marker, stored, request, Optional.of(draw));
      return new SystematicSample(found.documents())
          .read(
              SystematicSample.ROUNDS,
              budget.finding().part(DRAWING)::isPast,
              document -> {
                for (ConcordanceSortKey key : places.keys(document, article(document, stored))) {
                  smallest.add(draw.number(key));
                  if (smallest.size() > sample.most() + 1) {
                    smallest.remove();
                  }
                }
              })
          .articles();
    }
  }

  private static ConcordanceSortKey article(int document, StoredFields stored) throws IOException {
    String id = new StoredArticle(stored.document(document, Set.of(QueryField.ID.label()))).id();
    return new ConcordanceSortKey(List.of(), 0, id, QueryField.TITLE, 0, 0);
  }
}
