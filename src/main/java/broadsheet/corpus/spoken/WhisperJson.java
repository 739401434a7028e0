package broadsheet.corpus.spoken;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.json.JsonDocuments;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.text.CleanText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Transcripts of Whisper and of programs that write like it: {@code segments} with seconds, words
 * and speakers (openai-whisper, faster-whisper, WhisperX), {@code transcription} with milliseconds
 * (whisper.cpp), the JSON transcripts of podcasts, and lists of segments. Sources:
 * https://github.com/openai/whisper, https://github.com/ggml-org/whisper.cpp and
 * https://github.com/Podcastindex-org/podcast-namespace/blob/main/transcripts/transcripts.md.
 */
final class WhisperJson implements TranscriptReader {
  private static final Pattern SEGMENTS =
      Pattern.compile(
          "\"(?:segments|transcription)\"\\s*:\\s*\\[\\s*\\{[^\\[\\]]{0,4000}?"
              + "\"(?:start|startTime|offsets)\"\\s*:");

  private static final Pattern LIST =
      Pattern.compile(
          "\\[\\s*\\{(?:[^{}\\[\\]]{0,4000}?,)?\\s*\"start\"\\s*:\\s*\"?[\\d.]+\"?\\s*[,}]");

  private static final Pattern FIRST_ITEM = Pattern.compile("\\[\\s*\\{[^{}\\[\\]]{0,8000}");

  /** The whole text may stand before the segments, and be longer than what is looked at. */
  private static final Pattern LONG_TEXT =
      Pattern.compile(
          "\\{\\s*\"text\"\\s*:\\s*\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\\\\?$", Pattern.DOTALL);

  private static final Set<String> LISTS = Set.of("segments", "transcription");

  @Override
  public Recognition recognise(Peek peek) {
    String start = peek.start();
    boolean isObject = start.startsWith("{");
    return Recognition.mineIf(
        (isObject && SEGMENTS.matcher(start).find())
            || (isObject && !peek.isWhole() && LONG_TEXT.matcher(start).matches())
            || (start.startsWith("[") && isList(start)));
  }

  private static boolean isList(String start) {
    if (!LIST.matcher(start).lookingAt()) {
      return false;
    }
    var first = FIRST_ITEM.matcher(start);
    String item = first.lookingAt() ? first.group() : "";
    return item.contains("\"text\"") && item.contains("\"end\"") && !item.contains("\"title\"");
  }

  @Override
  public Optional<Format> otherwise(DateReader dates) {
    return Optional.of(new JsonDocuments(dates));
  }

  @Override
  public Transcript read(String text) {
    List<SpokenCue> cues = new ArrayList<>();
    JsonItems items = new JsonItems(LISTS, segment -> add(segment, cues));
    items.read(text);
    String media = items.fact("audio", "media", "video", "url");
    Transcript.Facts facts =
        new Transcript.Facts(
            items.fact("title"),
            items.fact("language"),
            media.matches("https?://\\S+") ? media : "");
    return new Transcript(facts, cues, items.isCutOff());
  }

  private static void add(JsonNode segment, List<SpokenCue> cues) {
    String speaker = CleanText.line(segment.path("speaker").asText(""));
    WordLines words = new WordLines();
    JsonNode timed =
        segment.path("words").isEmpty() ? segment.path("tokens") : segment.path("words");
    String text = text(segment);
    if (isWhole(timed, text)) {
      timed.forEach(word -> addWord(word, words));
    } else {
      words.add(text.replace('\n', ' '));
    }
    List<SpokenLine> lines = words.lines();
    if (!lines.isEmpty()) {
      cues.add(SpokenCue.of(start(segment), end(segment), speaker, lines));
    }
  }

  private static String text(JsonNode segment) {
    return segment.path(segment.has("body") ? "body" : "text").asText("");
  }

  /** Whether timed words make up the text; tokens may be numbers, marks or parts of characters. */
  private static boolean isWhole(JsonNode timed, String text) {
    StringBuilder all = new StringBuilder();
    timed.forEach(
        word -> all.append(word.isObject() && !isMark(wordText(word)) ? wordText(word) : ""));
    return !all.isEmpty() && bare(all.toString()).equals(bare(text));
  }

  private static String bare(String text) {
    return text.replaceAll("\\s", "");
  }

  private static boolean isMark(String token) {
    return token.startsWith("[_") && token.endsWith("]");
  }

  private static String wordText(JsonNode word) {
    return word.path(word.has("word") ? "word" : "text").asText("");
  }

  private static void addWord(JsonNode word, WordLines words) {
    String text = wordText(word);
    if (isMark(text)) {
      return;
    }
    int at = start(word);
    boolean isToken = word.has("offsets");
    if (!isToken || text.startsWith(" ")) {
      words.add(" ");
      words.at(at);
    }
    words.add(text.replace('\n', ' '));
  }

  private static int start(JsonNode timed) {
    return time(timed, "start", "startTime", "from");
  }

  private static int end(JsonNode timed) {
    return time(timed, "end", "endTime", "to");
  }

  private static int time(JsonNode timed, String name, String other, String offset) {
    JsonNode millis = timed.path("offsets").path(offset);
    if (millis.isNumber()) {
      return CueTime.ofMillis(millis.asDouble());
    }
    JsonNode seconds = timed.has(name) ? timed.path(name) : timed.path(other);
    return seconds.isNumber()
        ? CueTime.ofSeconds(seconds.asDouble())
        : CueTime.ofClock(seconds.asText(""));
  }
}
