package broadsheet.corpus.spoken;

import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Entities;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of a cue of WebVTT, SubRip or SAMI: voices name speakers, timestamps time words,
 * and other tags are left out. Anything else between angle brackets is text: {@code <LAUGHTER>}.
 */
final class CueMarkup {
  private static final Pattern TAG =
      Pattern.compile(
          "(?i)<(?<close>/?)(?<name>c|i|b|u|s|v|lang|ruby|rt|rp|font|span|br|em|strong|p)"
              + "(?<rest>(?:[.\\s/][^<>]*)?)>"
              + "|<(?<time>"
              + CueTime.CLOCK
              + ")>"
              + "|\\{(?:\\\\[^{}\\n]*|/?[bius])\\}"
              + "|\\\\(?<break>[Nnh])");

  private static final Pattern CLASSES = Pattern.compile("^(?:\\.[^\\s.]+)*\\s*");

  private final int start;
  private final int end;
  private final WordLines words = new WordLines();
  private final List<SpokenCue> cues = new ArrayList<>();
  private String speaker = "";

  /** Whether the text is the pronunciation of a character, which the line shows as well. */
  private boolean isReading;

  private CueMarkup(int start, int end) {
    this.start = start;
    this.end = end;
  }

  /** The cues of a text, one for each voice in it. */
  static List<SpokenCue> cues(int start, int end, String text) {
    CueMarkup markup = new CueMarkup(start, end);
    markup.read(text);
    return markup.cues;
  }

  private void read(String text) {
    Matcher tag = TAG.matcher(text);
    int done = 0;
    while (tag.find()) {
      text(text.substring(done, tag.start()));
      done = tag.end();
      if (tag.group("time") != null) {
        words.at(CueTime.ofClock(tag.group("time")));
      } else if (tag.group("break") != null) {
        text(tag.group("break").equals("h") ? " " : "\n");
      } else if (tag.group("name") != null) {
        tag(tag.group("name").toLowerCase(Locale.ROOT), tag);
      }
    }
    text(text.substring(done));
    flush();
  }

  private void text(String text) {
    if (!isReading) {
      words.add(Entities.resolved(text));
    }
  }

  private void tag(String name, Matcher tag) {
    boolean isEnd = !tag.group("close").isEmpty();
    switch (name) {
      case "v" -> {
        flush();
        speaker = isEnd ? "" : name(tag.group("rest"));
      }
      case "rt", "rp" -> isReading = !isEnd;
      case "ruby" -> isReading = false;
      case "br" -> text("\n");
      default -> {} // shows the text in another way
    }
  }

  private static String name(String rest) {
    return CleanText.line(Entities.resolved(CLASSES.matcher(rest).replaceFirst("")));
  }

  private void flush() {
    List<SpokenLine> lines = words.lines();
    if (!lines.isEmpty()) {
      cues.add(SpokenCue.of(start, end, speaker, lines));
    }
  }
}
