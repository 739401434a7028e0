package broadsheet.corpus.spoken;

import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Markup;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * WebVTT ({@code .vtt}): cues with voices, classes, ruby and times of words; notes, styles and
 * regions are left out. The header and notes may state title, language and recording, as {@code
 * Language: en}. Source: https://www.w3.org/TR/webvtt1/.
 */
final class WebVtt implements TranscriptReader {
  private static final Pattern BEGINNING = Pattern.compile("\\s*WEBVTT(?=\\s|$)");

  private static final Pattern FACT =
      Pattern.compile(
          "(?i)(?:NOTE\\s+)?(?<name>title|language|media|audio|video|url)\\s*:\\s*(?<value>\\S.*)");

  /** Facts stand above the first cue, or in notes; looked for in this many lines. */
  private static final int HEAD = 100;

  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

  @Override
  public Recognition recognise(Peek peek) {
    return Recognition.mineIf(BEGINNING.matcher(peek.head()).lookingAt());
  }

  @Override
  public Transcript read(String text) {
    List<String> lines = Markup.lines(text);
    return new Transcript(facts(lines), CueBlocks.ofWebVtt(lines), false);
  }

  private static Transcript.Facts facts(List<String> lines) {
    String title = "";
    String language = "";
    String media = "";
    for (String line : lines.subList(0, Math.min(HEAD, lines.size()))) {
      if (line.contains("-->")) {
        break;
      }
      Matcher fact = FACT.matcher(line);
      if (fact.matches()) {
        String value = CleanText.line(fact.group("value"));
        switch (fact.group("name").toLowerCase(Locale.ROOT)) {
          case "title" -> title = value;
          case "language" -> language = value;
          default -> media = ADDRESS.matcher(value).matches() ? value : media;
        }
      }
    }
    return new Transcript.Facts(title, language, media);
  }
}
