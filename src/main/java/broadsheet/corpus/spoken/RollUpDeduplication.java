package broadsheet.corpus.spoken;

import java.util.ArrayList;
import java.util.List;

/**
 * Removes the duplicated text of roll-up captions: the lines that a cue shows again of the one
 * before. Live captions and YouTube's automatic ones roll up: a line stays while the next is added,
 * or grows word by word. Only a file that does so often is taken for one, because people repeat
 * themselves as well. Not thread-safe.
 */
final class RollUpDeduplication {
  private static final int LEAST = 2;

  /** At least one cue in this many begins with a line of the one before. */
  private static final int OF = 3;

  /** Cues that roll up follow each other. In milliseconds. */
  private static final int LONGEST_GAP = 250;

  private List<SpokenLine> shown = List.of();
  private int shownUntil;

  private RollUpDeduplication() {}

  static List<SpokenCue> undoubled(List<SpokenCue> cues) {
    return rolls(cues) ? new RollUpDeduplication().all(cues) : cues;
  }

  private static boolean rolls(List<SpokenCue> cues) {
    long rolling = 0;
    for (int i = 1; i < cues.size(); i++) {
      SpokenCue before = cues.get(i - 1);
      rolling +=
          follows(cues.get(i), before.end()) && repeated(cues.get(i).lines(), before.lines()) > 0
              ? 1
              : 0;
    }
    return rolling >= LEAST && rolling * OF >= cues.size();
  }

  private static boolean follows(SpokenCue cue, int end) {
    return cue.start() - end <= LONGEST_GAP;
  }

  private List<SpokenCue> all(List<SpokenCue> cues) {
    List<SpokenCue> all = new ArrayList<>();
    for (SpokenCue cue : cues) {
      List<SpokenLine> left = follows(cue, shownUntil) ? left(cue.lines()) : cue.lines();
      if (!left.isEmpty()) {
        all.add(cue.with(left));
      }
      shown = cue.lines();
      shownUntil = cue.end();
    }
    return all;
  }

  /** The lines and words of a cue that were not shown before. */
  private List<SpokenLine> left(List<SpokenLine> lines) {
    int repeated = repeated(lines, shown);
    if (repeated == 0) {
      return lines;
    }
    List<SpokenLine> left = new ArrayList<>();
    SpokenLine grown = lines.get(repeated - 1);
    if (grown.text().length() > shown.getLast().text().length()) {
      left.add(grown.from(shown.getLast().size()));
    }
    left.addAll(lines.subList(repeated, lines.size()));
    return left;
  }

  /** The number of first lines that are the last lines of those before; the last may be longer. */
  private static int repeated(List<SpokenLine> lines, List<SpokenLine> before) {
    for (int count = Math.min(lines.size(), before.size()); count > 0; count--) {
      int from = before.size() - count;
      boolean isSame = lines.get(count - 1).begins(before.getLast());
      for (int i = 0; isSame && i < count - 1; i++) {
        isSame = lines.get(i).text().equals(before.get(from + i).text());
      }
      if (isSame) {
        return count;
      }
    }
    return 0;
  }
}
