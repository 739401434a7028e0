package broadsheet.lucene.proximity;

import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.limits.Steps;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/**
 * Matches articles in which something occurs at least a number of times, counted over several
 * fields. Each occurrence is one match, and its words are sub-matches. Immutable.
 */
public final class OccurrenceQuery extends Query {

  private final List<Part> parts;
  private final int minimum;
  private final Query candidates;

  /** A description of occurrences in a field. */
  public record Part(String field, Occurrences occurrences) {}

  /**
   * @param candidates matches every article that may qualify, and scores it
   * @param minimum at least 1
   */
  public OccurrenceQuery(List<Part> parts, int minimum, Query candidates) {
    this.parts = List.copyOf(parts);
    this.minimum = minimum;
    this.candidates = candidates;
  }

  /** Requires at least one occurrence in a field, with the score of its words. */
  public static OccurrenceQuery of(String field, Occurrences occurrences) {
    return new OccurrenceQuery(List.of(new Part(field, occurrences)), 1, occurrences.candidates());
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = candidates.rewrite(searcher);
    return rewritten.equals(candidates)
        ? super.rewrite(searcher)
        : new OccurrenceQuery(parts, minimum, rewritten);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    ScoreMode all = mode.needsScores() ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
    return new OccurrenceWeight(
        this, searcher.createWeight(candidates, all, boost), BoundedSearcher.steps(searcher));
  }

  /** A part opened on one segment. */
  record OpenPart(String field, OccurrenceCursor cursor) {}

  /** The minimum number of occurrences. */
  int minimum() {
    return minimum;
  }

  List<OpenPart> open(LeafReader reader, boolean isMarking, Steps steps) throws IOException {
    List<OpenPart> open = new ArrayList<>();
    for (Part part : parts) {
      open.add(new OpenPart(part.field(), Opening.open(reader, part, isMarking, steps)));
    }
    return open;
  }

  /** Whether there are enough occurrences in an article. */
  boolean occurs(List<OpenPart> open, int document) throws IOException {
    return minimum == 1 ? isIn(open, document) : count(open, document) >= minimum;
  }

  private static boolean isIn(List<OpenPart> open, int document) throws IOException {
    for (OpenPart part : open) {
      if (part.cursor().isIn(document)) {
        return true;
      }
    }
    return false;
  }

  private static int count(List<OpenPart> open, int document) throws IOException {
    int count = 0;
    for (OpenPart part : open) {
      count += part.cursor().at(document).distinctSize();
    }
    return count;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    candidates.visit(visitor.getSubVisitor(Occur.MUST, this));
  }

  @Override
  public String toString(String field) {
    return "at least " + minimum + " places of (" + candidates.toString(field) + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OccurrenceQuery that
        && minimum == that.minimum
        && parts.equals(that.parts)
        && candidates.equals(that.candidates);
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), parts, minimum, candidates);
  }
}
