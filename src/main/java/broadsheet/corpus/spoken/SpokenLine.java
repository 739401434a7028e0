package broadsheet.corpus.spoken;

import java.util.List;

/**
 * A line of a cue. Immutable.
 *
 * @param text words with a blank between two; never empty
 * @param times the words that have a time of their own, in order
 */
record SpokenLine(String text, List<WordTime> times) {

  /**
   * When a word begins.
   *
   * @param word its number in the line, from 0
   * @param at in milliseconds
   */
  record WordTime(int word, int at) {}

  SpokenLine {
    times = List.copyOf(times);
  }

  /** The number of words. */
  int size() {
    return 1 + (int) text.chars().filter(c -> c == ' ').count();
  }

  /** The line without its first words, of which it has more. */
  SpokenLine from(int first) {
    int start = 0;
    for (int i = 0; i < first; i++) {
      start = text.indexOf(' ', start) + 1;
    }
    return new SpokenLine(
        text.substring(start),
        times.stream()
            .filter(time -> time.word() >= first)
            .map(time -> new WordTime(time.word() - first, time.at()))
            .toList());
  }

  /** Whether it is the other line, or that and more words. */
  boolean begins(SpokenLine with) {
    return text.startsWith(with.text)
        && (text.length() == with.text.length() || text.charAt(with.text.length()) == ' ');
  }
}
