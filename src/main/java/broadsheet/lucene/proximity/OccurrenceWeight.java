package broadsheet.lucene.proximity;

import broadsheet.lucene.limits.Steps;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesUtils;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * The weight of an {@link OccurrenceQuery}: verifies each candidate in the second phase of a
 * two-phase iterator.
 */
final class OccurrenceWeight extends Weight {

  /** The estimated cost of verifying an article, in Lucene's units. */
  private static final float COST = 200f;

  private final OccurrenceQuery query;
  private final Weight candidates;
  private final Steps steps;

  OccurrenceWeight(OccurrenceQuery query, Weight candidates, Steps steps) {
    super(query);
    this.query = query;
    this.candidates = candidates;
    this.steps = steps;
  }

  @Override
  public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
    ScorerSupplier supplier = candidates.scorerSupplier(leaf);
    if (supplier == null) {
      return null;
    }
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) throws IOException {
        List<OccurrenceQuery.OpenPart> open = query.open(leaf.reader(), false, steps);
        return new CheckedScorer(
            supplier.get(leadCost), document -> query.occurs(open, document), COST);
      }

      @Override
      public long cost() {
        return supplier.cost();
      }
    };
  }

  @Override
  public @Nullable Matches matches(LeafReaderContext leaf, int document) throws IOException {
    if (query.minimum() > 1 && !query.occurs(query.open(leaf.reader(), false, steps), document)) {
      return null;
    }
    List<Matches> fields = new ArrayList<>();
    for (OccurrenceQuery.OpenPart part : query.open(leaf.reader(), true, steps)) {
      List<Occurrence> found = Occurrence.of(part.cursor(), document);
      if (!found.isEmpty()) {
        fields.add(MatchesUtils.forField(part.field(), () -> new OccurrenceMatches(query, found)));
      }
    }
    return fields.isEmpty() ? null : MatchesUtils.fromSubMatches(fields);
  }

  @Override
  public Explanation explain(LeafReaderContext leaf, int document) throws IOException {
    return matches(leaf, document) == null
        ? Explanation.noMatch("does not occur as asked: " + query)
        : candidates.explain(leaf, document);
  }

  @Override
  public boolean isCacheable(LeafReaderContext leaf) {
    return candidates.isCacheable(leaf);
  }
}
