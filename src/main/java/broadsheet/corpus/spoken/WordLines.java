package broadsheet.corpus.spoken;

import broadsheet.corpus.text.CleanText;
import java.util.ArrayList;
import java.util.List;

/** Collects the text of a cue piece by piece, and cuts it into lines of words. Not thread-safe. */
final class WordLines {
  private final List<List<SpokenWord>> lines = new ArrayList<>();
  private final List<SpokenWord> line = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private int wordAt = CueTime.NONE;
  private int at = CueTime.NONE;

  /** The lines of a text without times of words. */
  static List<List<SpokenWord>> of(String text) {
    WordLines lines = new WordLines();
    lines.add(text);
    return lines.lines();
  }

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
    if (!clean.isEmpty()) {
      line.add(new SpokenWord(clean, wordAt));
    }
    word.setLength(0);
  }

  private void endLine() {
    endWord();
    if (!line.isEmpty()) {
      lines.add(List.copyOf(line));
      line.clear();
    }
  }

  /** The lines so far, without empty ones; starts again. */
  List<List<SpokenWord>> lines() {
    endLine();
    List<List<SpokenWord>> all = List.copyOf(lines);
    lines.clear();
    at = CueTime.NONE;
    return all;
  }
}
