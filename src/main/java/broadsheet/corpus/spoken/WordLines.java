package broadsheet.corpus.spoken;

import broadsheet.corpus.spoken.SpokenLine.WordTime;
import broadsheet.corpus.text.CleanText;
import java.util.ArrayList;
import java.util.List;

/** Collects the text of a cue piece by piece, and cuts it into lines. Not thread-safe. */
final class WordLines {
  private final List<SpokenLine> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private final List<WordTime> times = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private int number;
  private int wordAt = CueTime.NONE;
  private int at = CueTime.NONE;

  /** The next words begin at this time. */
  void at(int millis) {
    at = millis;
  }

  /** Adds text, in which line feeds end lines. A word may go on in the next piece. */
  void add(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        endLine();
      } else if (CleanText.isBlank(c)) {
        endWord();
      } else {
        if (word.isEmpty()) {
          wordAt = at;
          at = CueTime.NONE;
        }
        word.append(c);
      }
    }
  }

  private void endWord() {
    String clean = CleanText.line(word.toString());
    word.setLength(0);
    if (!clean.isEmpty()) {
      line.append(line.isEmpty() ? "" : " ").append(clean);
      if (wordAt != CueTime.NONE) {
        times.add(new WordTime(number, wordAt));
      }
      number++;
    }
  }

  private void endLine() {
    endWord();
    if (!line.isEmpty()) {
      lines.add(new SpokenLine(line.toString(), times));
      line.setLength(0);
    }
    times.clear();
    number = 0;
  }

  /** The lines so far, without empty ones; starts again. */
  List<SpokenLine> lines() {
    endLine();
    List<SpokenLine> all = List.copyOf(lines);
    lines.clear();
    at = CueTime.NONE;
    return all;
  }
}
