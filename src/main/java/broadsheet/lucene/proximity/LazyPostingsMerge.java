package broadsheet.lucene.proximity;

import broadsheet.lucene.limits.Steps;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * A lazy merge of the postings of a few terms: their positions in one field of an article, in
 * order, each read only when it is asked for. If terms share a position, it comes once for each.
 * Not thread-safe.
 */
final class LazyPostingsMerge {

  /** Follows the last position. */
  static final int NO_MORE = Integer.MAX_VALUE;

  /** One of the terms. */
  private static final class Reading {
    private final PostingsEnum postings;
    private int left;
    private int next;

    Reading(PostingsEnum postings) {
      this.postings = postings;
    }

    void turnTo(int document) throws IOException {
      int at = postings.docID();
      if (at < document) {
        at = postings.advance(document);
      }
      left = at == document ? postings.freq() : 0;
      move();
    }

    void move() throws IOException {
      next = left-- > 0 ? postings.nextPosition() : NO_MORE;
    }
  }

  private final List<Reading> readings = new ArrayList<>();
  private final Steps steps;

  LazyPostingsMerge(LeafReader reader, String field, List<BytesRef> terms, Steps steps)
      throws IOException {
    this.steps = steps;
    Terms dictionary = reader.terms(field);
    TermsEnum each = dictionary == null ? TermsEnum.EMPTY : dictionary.iterator();
    for (BytesRef term : terms) {
      if (each.seekExact(term)) {
        readings.add(new Reading(each.postings(null, PostingsEnum.POSITIONS)));
      }
    }
  }

  /**
   * Moves to an article. Returns whether any of the terms is in it.
   *
   * @param document greater than any before
   */
  boolean turnTo(int document) throws IOException {
    steps.step();
    boolean isAny = false;
    for (Reading reading : readings) {
      reading.turnTo(document);
      isAny |= reading.next != NO_MORE;
    }
    return isAny;
  }

  /** The next position; {@link #NO_MORE} after the last. */
  int next() throws IOException {
    steps.step();
    Reading first = readings.getFirst();
    for (int i = 1; i < readings.size(); i++) {
      Reading each = readings.get(i);
      first = each.next < first.next ? each : first;
    }
    int position = first.next;
    if (position != NO_MORE) {
      first.move();
    }
    return position;
  }
}
