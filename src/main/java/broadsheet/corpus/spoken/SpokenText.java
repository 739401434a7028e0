package broadsheet.corpus.spoken;

import broadsheet.article.Moment;
import broadsheet.article.Place;
import broadsheet.article.WordPlace;
import broadsheet.corpus.text.Paragraphs;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Joins cues into paragraphs, with the times of their words. A paragraph ends where another speaker
 * begins, at a pause after a sentence, and where it becomes long. Not thread-safe.
 */
final class SpokenText {
  /** Ends a paragraph after a sentence. In milliseconds. */
  private static final int PAUSE = 2_000;

  /** Ends a paragraph even in a sentence, as automatic captions have none. */
  private static final int LONG_PAUSE = 5_000;

  /** A paragraph ends with the first sentence beyond this many characters. */
  private static final int LONG = 800;

  /** A text without sentences is cut between two cues. */
  private static final int LONGEST = 1_600;

  /** A placeholder that programs write for a voice without a name. */
  private static final Pattern UNNAMED =
      Pattern.compile("(?i)(?:speaker|spk|voice)[ _-]?\\d*|\\d+");

  private final List<String> paragraphs = new ArrayList<>();
  private final List<WordPlace> places = new ArrayList<>();
  private final Set<String> speakers = new LinkedHashSet<>();
  private final StringBuilder paragraph = new StringBuilder();
  private String speaker = "";
  private int until = CueTime.NONE;
  private int number;

  /**
   * @param before the number of words before the text: those of the headline
   */
  SpokenText(int before) {
    number = before;
  }

  void add(SpokenCue cue) {
    boolean isOther = !cue.speaker().isEmpty() && !cue.speaker().equals(speaker);
    if (isOther || cue.isTurn() || isParagraphBefore(cue)) {
      flush();
    }
    place(place(cue.start(), cue.end()));
    if (isOther || cue.isTurn()) {
      speaker = cue.speaker();
    }
    if (isOther) {
      note(cue);
    }
    for (SpokenLine line : cue.lines()) {
      add(line, cue);
    }
    until = cue.isTimed() ? cue.end() : until;
  }

  private void add(SpokenLine line, SpokenCue cue) {
    int first = number;
    for (SpokenLine.WordTime time : line.times()) {
      if (time.at() > cue.start() && time.at() <= cue.end()) {
        number = first + time.word();
        place(place(time.at(), cue.end()));
      }
    }
    number = first;
    append(line.text(), line.size());
  }

  /** Notes a speaker, whose name the text prints once where the lines do not. */
  private void note(SpokenCue cue) {
    if (!UNNAMED.matcher(speaker).matches()) {
      speakers.add(speaker);
    }
    if (!cue.isTurn()) {
      SpokenLine name = new SpokenLine(speaker + ":", List.of());
      append(name.text(), name.size());
    }
  }

  private boolean isParagraphBefore(SpokenCue cue) {
    int pause = cue.isTimed() && until != CueTime.NONE ? cue.start() - until : 0;
    boolean isSentence = Paragraphs.endsSentence(paragraph.toString());
    return pause >= LONG_PAUSE
        || paragraph.length() >= LONGEST
        || (isSentence && (pause >= PAUSE || paragraph.length() >= LONG));
  }

  private static Place place(int start, int end) {
    return start == CueTime.NONE ? Place.SOMEWHERE : new Moment(start, Math.max(start, end));
  }

  private void place(Place place) {
    if (!places.isEmpty() && places.getLast().word() == number) {
      places.removeLast();
    }
    places.add(new WordPlace(number, 0, place));
  }

  private void append(String words, int count) {
    paragraph.append(paragraph.isEmpty() ? "" : " ").append(words);
    number += count;
  }

  private void flush() {
    if (!paragraph.isEmpty()) {
      paragraphs.add(paragraph.toString());
      paragraph.setLength(0);
    }
  }

  /** The paragraphs; the text ends here. */
  List<String> paragraphs() {
    flush();
    return paragraphs;
  }

  /** The places of words, each of which holds up to the next. */
  List<WordPlace> places() {
    return places;
  }

  /** Those who speak, in the order in which they begin. */
  List<String> speakers() {
    return List.copyOf(speakers);
  }
}
