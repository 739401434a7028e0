package broadsheet.lucene.proximity;

import broadsheet.lucene.limits.Steps;
import broadsheet.query.Reach;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** Finds the occurrences within reach of another, in one article. */
final class Nearness {

  private final Occurrences.Side side;
  private final Layout layout;
  private final Steps steps;

  Nearness(Occurrences.Side side, Layout layout, Steps steps) {
    this.side = side;
    this.layout = layout;
    this.steps = steps;
  }

  /** The same relation from the other side. */
  Nearness turned() {
    return new Nearness(new Occurrences.Side(side.reach(), !side.isLeft()), layout, steps);
  }

  /**
   * Passes on the indexes of the others that are within reach of a kept occurrence and do not
   * overlap it, until the taker returns true.
   *
   * @return whether it did
   */
  boolean any(Stretches kept, int which, Stretches others, IntPredicate taker) throws IOException {
    steps.step();
    Window window = window(kept.start(which), kept.end(which));
    return (side.mayBeBefore() && anyAfter(kept.end(which), others, window, taker))
        || (side.mayBeAfter() && anyBefore(kept.start(which), others, window, taker));
  }

  /**
   * The range within which another occurrence must lie, both ends included; empty if the first is
   * after the last.
   */
  private record Window(int first, int last) {}

  private static final Window NOWHERE = new Window(Integer.MAX_VALUE, 0);

  private Window window(int start, int end) throws IOException {
    if (side.reach() instanceof Reach.Words(int most, boolean _)) {
      return new Window(start - most, end + most);
    }
    int[] starts = layout.starts(side.reach());
    int found = Arrays.binarySearch(starts, start);
    int next = found < 0 ? -found - 1 : found + 1;
    int first = next == 0 ? 0 : starts[next - 1];
    int last = next == starts.length ? Integer.MAX_VALUE : starts[next] - 1;
    return end <= last ? new Window(first, last) : NOWHERE;
  }

  private boolean anyAfter(int end, Stretches others, Window window, IntPredicate taker) {
    for (int i = others.firstFrom(end + 1); i < others.size(); i++) {
      steps.step();
      if (others.start(i) > window.last()) {
        return false;
      }
      if (isWithin(others.end(i), window.last()) && taker.test(i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the end of another is in range. For a distance in words its nearest word counts; a
   * sentence or paragraph must contain all of it.
   */
  private boolean isWithin(int end, int last) {
    return side.reach() instanceof Reach.Words || end <= last;
  }

  private boolean anyBefore(int start, Stretches others, Window window, IntPredicate taker) {
    boolean isByWords = side.reach() instanceof Reach.Words;
    int least = isByWords ? window.first() - others.longest() : window.first();
    for (int i = others.firstFrom(start) - 1; i >= 0 && others.start(i) >= least; i--) {
      steps.step();
      int reached = isByWords ? others.end(i) : others.start(i);
      if (others.end(i) < start && reached >= window.first() && taker.test(i)) {
        return true;
      }
    }
    return false;
  }
}
