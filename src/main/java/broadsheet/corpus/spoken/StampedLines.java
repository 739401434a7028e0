package broadsheet.corpus.spoken;

import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads transcripts as typists and transcription services write them in plain text: a line begins
 * with its time in brackets and the speaker, {@code [00:01:02] ANNA KIM: Good evening}.
 */
final class StampedLines implements TranscriptReader {
  private static final Pattern STAMPED =
      Pattern.compile(
          "\\s*[\\[(](?<time>\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?)[\\])]:?\\s*+"
              + "(?:(?<name>\\p{Lu}[^:.?!\\[\\]]{0,40}):(?=\\s|$))?(?<words>.*)");

  private static final Pattern LINES = Pattern.compile("\\R");

  /** At least one in this many of the first lines has a time. */
  private static final int STAMPED_OF = 3;

  private static final int FEWEST = 3;
  private static final int FIRST_LINES = 60;
  private static final int LONGEST_TITLE = 150;

  @Override
  public Recognition recognise(Peek peek) {
    String head = peek.start();
    if (head.indexOf('[') < 0 && head.indexOf('(') < 0) {
      return Recognition.NOT_MINE;
    }
    List<String> lines =
        LINES.splitAsStream(head).filter(line -> !line.isBlank()).limit(FIRST_LINES).toList();
    long stamped = lines.stream().filter(line -> STAMPED.matcher(line).matches()).count();
    return Recognition.mineIf(stamped >= FEWEST && stamped * STAMPED_OF >= lines.size());
  }

  @Override
  public Transcript read(String text) {
    Cues cues = new Cues();
    Markup.lines(text).forEach(cues::line);
    return new Transcript(new Transcript.Facts(cues.title, "", ""), cues.all, false);
  }

  /** Collects cues; a line without a time continues the one above. */
  private static final class Cues {
    private final List<SpokenCue> all = new ArrayList<>();
    private String title = "";
    private int start = CueTime.NONE;
    private String speaker = "";

    void line(String line) {
      Matcher stamped = STAMPED.matcher(line);
      if (stamped.matches()) {
        start = CueTime.ofClock(stamped.group("time"));
        String name = stamped.group("name");
        speaker = name == null ? speaker : CleanText.line(name);
        add(stamped.group("words"));
      } else if (all.isEmpty() && title.isEmpty() && line.length() <= LONGEST_TITLE) {
        title = CleanText.line(line);
      } else {
        add(line);
      }
    }

    private void add(String line) {
      String words = CleanText.line(line);
      if (!words.isEmpty()) {
        all.add(
            SpokenCue.of(start, CueTime.NONE, speaker, List.of(new SpokenLine(words, List.of()))));
      }
    }
  }
}
