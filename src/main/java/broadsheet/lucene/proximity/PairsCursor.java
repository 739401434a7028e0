package broadsheet.lucene.proximity;

import java.io.IOException;
import java.util.BitSet;

/** All pairs of occurrences of two things that are within reach of each other. */
final class PairsCursor implements OccurrenceCursor {

  /**
   * The most pairs that are examined in an article; only very long articles with very common words
   * have more.
   */
  private static final int MOST_PAIRS = 50_000;

  private final OccurrenceCursor left;
  private final OccurrenceCursor right;
  private final Nearness nearness;
  private final Stretches found = new Stretches();

  PairsCursor(OccurrenceCursor left, OccurrenceCursor right, Nearness nearness) {
    this.left = left;
    this.right = right;
    this.nearness = nearness;
  }

  @Override
  public Stretches at(int document) throws IOException {
    found.clear();
    Stretches lefts = left.at(document);
    Stretches rights = right.at(document);
    for (int i = 0; i < lefts.size() && found.size() < MOST_PAIRS; i++) {
      int which = i;
      nearness.any(
          lefts,
          which,
          rights,
          r -> {
            int start = Math.min(lefts.start(which), rights.start(r));
            int end = Math.max(lefts.end(which), rights.end(r));
            found.add(start, end, which, r);
            return found.size() == MOST_PAIRS;
          });
    }
    found.sort();
    return found;
  }

  @Override
  public void mark(BitSet chosen, Marks marks) {
    BitSet lefts = new BitSet();
    BitSet rights = new BitSet();
    chosen.stream()
        .forEach(
            i -> {
              lefts.set(found.first(i));
              rights.set(found.second(i));
            });
    left.mark(lefts, marks);
    right.mark(rights, marks);
  }
}
