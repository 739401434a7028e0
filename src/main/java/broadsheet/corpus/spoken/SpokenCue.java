package broadsheet.corpus.spoken;

import java.util.List;

/**
 * A caption cue: words that are shown together while they are said. Immutable.
 *
 * @param start the time since the beginning of the recording, in milliseconds; {@link CueTime#NONE}
 *     if unknown
 * @param end the end, in milliseconds; {@link CueTime#NONE} if unknown
 * @param speaker who says it; empty if that is not stated
 * @param isTurn whether another speaker begins, whose name, if there is one, the lines print
 * @param lines its lines as shown
 */
record SpokenCue(int start, int end, String speaker, boolean isTurn, List<SpokenLine> lines) {
  SpokenCue {
    lines = List.copyOf(lines);
  }

  /** A cue whose lines print no name. */
  static SpokenCue of(int start, int end, String speaker, List<SpokenLine> lines) {
    return new SpokenCue(start, end, speaker, false, lines);
  }

  boolean isTimed() {
    return start != CueTime.NONE;
  }

  SpokenCue at(int newStart, int newEnd) {
    return new SpokenCue(newStart, newEnd, speaker, isTurn, lines);
  }

  /** The same cue with other lines. */
  SpokenCue with(List<SpokenLine> others) {
    return new SpokenCue(start, end, speaker, isTurn, others);
  }
}
