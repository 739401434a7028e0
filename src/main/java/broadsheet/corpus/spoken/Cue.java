package broadsheet.corpus.spoken;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Words that are shown together while they are said. Immutable.
 *
 * @param start the time since the beginning of the recording, in milliseconds; {@link CueTime#NONE}
 *     if unknown
 * @param end the end, in milliseconds; {@link CueTime#NONE} if unknown
 * @param speaker who says it; empty if that is not stated
 * @param isTurn whether another speaker begins, whose name, if there is one, the lines print
 * @param lines its lines as shown, none of them empty
 */
record Cue(int start, int end, String speaker, boolean isTurn, List<List<SpokenWord>> lines) {
  Cue {
    lines = List.copyOf(lines);
  }

  /** A cue whose lines print no name. */
  static Cue of(int start, int end, String speaker, List<List<SpokenWord>> lines) {
    return new Cue(start, end, speaker, false, lines);
  }

  boolean isTimed() {
    return start != CueTime.NONE;
  }

  Cue at(int newStart, int newEnd) {
    return new Cue(newStart, newEnd, speaker, isTurn, lines);
  }

  /** The same cue with other lines. */
  Cue with(List<List<SpokenWord>> others) {
    return new Cue(start, end, speaker, isTurn, others);
  }

  static String text(List<SpokenWord> line) {
    return line.stream().map(SpokenWord::text).collect(Collectors.joining(" "));
  }
}
