package broadsheet.corpus.spoken;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cues in the order of their times, each with an end. Immutable.
 *
 * @param isSorted whether the file had them in another order
 * @param untimed the number of cues without a possible time, which stay after those before them
 */
record CueOrder(List<SpokenCue> cues, boolean isSorted, int untimed) {
  /** Captions without an end are shown for this long at most. In milliseconds. */
  private static final int SHOWN = 10_000;

  private record Keyed(SpokenCue cue, int start) {}

  static CueOrder of(List<SpokenCue> all) {
    List<Keyed> keyed = new ArrayList<>(all.size());
    int last = 0;
    int untimed = 0;
    boolean isOrdered = true;
    for (SpokenCue cue : all) {
      isOrdered &= !cue.isTimed() || cue.start() >= last;
      untimed += cue.isTimed() ? 0 : 1;
      last = cue.isTimed() ? cue.start() : last;
      keyed.add(new Keyed(cue, last));
    }
    if (!isOrdered) {
      keyed.sort(Comparator.comparingInt(Keyed::start));
    }
    return new CueOrder(ended(keyed), !isOrdered, untimed);
  }

  private static List<SpokenCue> ended(List<Keyed> keyed) {
    List<SpokenCue> ended = new ArrayList<>(keyed.size());
    for (int i = 0; i < keyed.size(); i++) {
      SpokenCue cue = keyed.get(i).cue();
      boolean isEnded = !cue.isTimed() || cue.end() >= cue.start();
      int next = i + 1 < keyed.size() ? keyed.get(i + 1).start() : cue.start() + SHOWN;
      ended.add(isEnded ? cue : cue.at(cue.start(), Math.min(next, cue.start() + SHOWN)));
    }
    return ended;
  }
}
