package broadsheet.corpus.spoken;

import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Captions of YouTube in JSON: the player's {@code json3} and the lists that the library
 * youtube-transcript-api writes. Sources: https://github.com/yt-dlp/yt-dlp ({@code --sub-format
 * json3}) and https://github.com/jdepoix/youtube-transcript-api.
 */
final class YouTubeJson implements TranscriptReader {
  private static final Pattern EVENTS = Pattern.compile("\"events\"\\s*:\\s*\\[\\s*\\{\\s*\"");
  private static final Pattern FIRST_ITEM = Pattern.compile("\\[\\s*\\{[^{}\\[\\]]{0,8000}\\}");
  private static final Pattern SECONDS = Pattern.compile("\"(start|duration)\"\\s*:\\s*[\\d.]+");

  private static final Set<String> LISTS = Set.of("events", "snippets");

  @Override
  public Recognition recognise(Peek peek) {
    String start = peek.start();
    boolean isPlayer =
        start.startsWith("{") && start.contains("\"tStartMs\"") && EVENTS.matcher(start).find();
    return Recognition.mineIf(isPlayer || isList(start));
  }

  private static boolean isList(String start) {
    Matcher item = FIRST_ITEM.matcher(start);
    if (!start.startsWith("[") || !item.lookingAt() || !item.group().contains("\"text\"")) {
      return false;
    }
    long times =
        SECONDS.matcher(item.group()).results().map(found -> found.group(1)).distinct().count();
    return times == 2;
  }

  @Override
  public Transcript read(String text) {
    List<SpokenCue> cues = new ArrayList<>();
    JsonItems items = new JsonItems(LISTS, item -> add(item, cues));
    items.read(text);
    return new Transcript(
        new Transcript.Facts(items.fact("title"), items.fact("language_code", "language"), ""),
        endedByTheNext(cues),
        items.isCutOff());
  }

  private static void add(JsonNode item, List<SpokenCue> cues) {
    if (item.has("text")) {
      double start = item.path("start").asDouble(0);
      int end = CueTime.ofSeconds(start + item.path("duration").asDouble(0));
      cues.addAll(CueMarkup.cues(CueTime.ofSeconds(start), end, item.path("text").asText("")));
      return;
    }
    WordLines words = new WordLines();
    double start = item.path("tStartMs").asDouble(0);
    for (JsonNode part : item.path("segs")) {
      if (part.path("tOffsetMs").asDouble(0) > 0) {
        words.at(CueTime.ofMillis(start + part.path("tOffsetMs").asDouble(0)));
      }
      words.add(part.path("utf8").asText(""));
    }
    List<SpokenLine> lines = words.lines();
    if (!lines.isEmpty()) {
      int end = CueTime.ofMillis(start + item.path("dDurationMs").asDouble(0));
      cues.add(SpokenCue.of(CueTime.ofMillis(start), end, "", lines));
    }
  }

  /** Automatic captions stay while the next are shown; their words have been said by then. */
  private static List<SpokenCue> endedByTheNext(List<SpokenCue> cues) {
    List<SpokenCue> ended = new ArrayList<>(cues.size());
    for (int i = 0; i < cues.size(); i++) {
      SpokenCue cue = cues.get(i);
      int next = i + 1 < cues.size() ? cues.get(i + 1).start() : CueTime.NONE;
      boolean isOver = cue.isTimed() && next > cue.start() && next < cue.end();
      ended.add(isOver ? cue.at(cue.start(), next) : cue);
    }
    return ended;
  }
}
