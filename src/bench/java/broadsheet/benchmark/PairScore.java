package broadsheet.benchmark;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares two ways to divide the same things by the pairs that they keep together. Immutable.
 *
 * @param both the pairs together in both
 * @param found the pairs together in the division that is measured
 * @param known the pairs together in truth
 */
record PairScore(long both, long found, long known) {
  static final PairScore NONE = new PairScore(0, 0, 0);

  /** Scores a division; a thing's number in either list is that of its group. */
  static PairScore of(List<Integer> found, List<Integer> truth) {
    Map<List<Integer>, Integer> both = new HashMap<>();
    Map<Integer, Integer> ofFound = new HashMap<>();
    Map<Integer, Integer> ofTruth = new HashMap<>();
    for (int i = 0; i < truth.size(); i++) {
      both.merge(List.of(found.get(i), truth.get(i)), 1, Integer::sum);
      ofFound.merge(found.get(i), 1, Integer::sum);
      ofTruth.merge(truth.get(i), 1, Integer::sum);
    }
    return new PairScore(pairs(both.values()), pairs(ofFound.values()), pairs(ofTruth.values()));
  }

  private static long pairs(Collection<Integer> sizes) {
    return sizes.stream().mapToLong(size -> (long) size * (size - 1) / 2).sum();
  }

  PairScore and(PairScore other) {
    return new PairScore(both + other.both, found + other.found, known + other.known);
  }

  double precision() {
    return (double) both / Math.max(1, found);
  }

  double recall() {
    return (double) both / Math.max(1, known);
  }

  double f1() {
    return 2.0 * both / Math.max(1, found + known);
  }
}
