package broadsheet.corpus.spoken;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the cues of SubRip and WebVTT, which are a line with two times and the lines below it.
 * Sources: https://www.w3.org/TR/webvtt1/#file-structure and
 * https://www.loc.gov/preservation/digital/formats/fdd/fdd000569.shtml.
 */
final class CueBlocks {
  private static final Pattern TIMING =
      Pattern.compile(
          "[ \\t]*(?<start>"
              + CueTime.CLOCK
              + ")[ \\t]*-->[ \\t]*(?<end>"
              + CueTime.CLOCK
              + ")?(?:[ \\t].*)?");

  private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,9}\\s*");

  /** Whether only an empty line ends a cue, after which all up to the next times is no text. */
  private final boolean isWebVtt;

  private final List<SpokenCue> cues = new ArrayList<>();
  private final List<String> text = new ArrayList<>();
  private int start = CueTime.NONE;
  private int end = CueTime.NONE;
  private boolean isInCue;

  private CueBlocks(boolean isWebVtt) {
    this.isWebVtt = isWebVtt;
  }

  static List<SpokenCue> ofSubRip(List<String> lines) {
    return new CueBlocks(false).all(lines);
  }

  static List<SpokenCue> ofWebVtt(List<String> lines) {
    return new CueBlocks(true).all(lines);
  }

  private List<SpokenCue> all(List<String> lines) {
    for (String line : lines) {
      Matcher timing = TIMING.matcher(line);
      if (line.contains("-->") && timing.matches()) {
        if (!isWebVtt) {
          dropNumber();
        }
        flush();
        start = CueTime.ofClock(timing.group("start"));
        end = timing.group("end") == null ? CueTime.NONE : CueTime.ofClock(timing.group("end"));
        isInCue = true;
      } else if (isWebVtt && line.isEmpty()) {
        flush();
        isInCue = false;
      } else if (isInCue) {
        text.add(line);
      }
    }
    flush();
    return cues;
  }

  /** The number of a cue of SubRip stands above its times, after an empty line if all is well. */
  private void dropNumber() {
    int last = text.size() - 1;
    while (last >= 0 && text.get(last).isBlank()) {
      last--;
    }
    if (last >= 0 && NUMBER.matcher(text.get(last)).matches()) {
      boolean isApart = last == 0 || text.get(last - 1).isBlank();
      boolean isNext = text.get(last).strip().equals(String.valueOf(cues.size() + 2));
      if (isApart || isNext) {
        text.set(last, "");
      }
    }
  }

  private void flush() {
    if (!text.isEmpty()) {
      cues.addAll(CueMarkup.cues(start, end, String.join("\n", text)));
      text.clear();
    }
  }
}
