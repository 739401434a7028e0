package broadsheet.corpus.spoken;

import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Entities;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads SAMI captions ({@code .smi}): of several languages, those of the first. Source:
 * https://learn.microsoft.com/en-us/previous-versions/windows/desktop/dnacc/understanding-sami-1.0.
 */
final class Sami implements TranscriptReader {
  private static final Pattern BEGINNING = Pattern.compile("(?i)[\\s\\\\]*<sami\\b");

  private static final Pattern SYNC =
      Pattern.compile("(?i)<sync\\b[^<>]{0,200}?\\bstart\\s*=\\s*[\"']?(-?\\d{1,12})[^<>]*>");

  private static final Pattern END = Pattern.compile("(?i)</?(?:sync|body|sami)\\b[^<>]*>");
  private static final Pattern PARAGRAPH =
      Pattern.compile("(?i)<p\\b(?:[^<>]{0,200}?\\bclass\\s*=\\s*[\"']?([\\w-]+))?[^<>]*>");

  private static final Pattern TITLE = Pattern.compile("(?i)<title>([^<]{1,500})</title>");
  private static final Pattern LANGUAGE = Pattern.compile("(?i)\\blang\\s*:\\s*([\\w-]{2,20})");

  @Override
  public Recognition recognise(Peek peek) {
    return Recognition.mineIf(BEGINNING.matcher(peek.head()).lookingAt());
  }

  @Override
  public Transcript read(String text) {
    Matcher sync = SYNC.matcher(text);
    int from = sync.find() ? sync.start() : text.length();
    String head = text.substring(0, from);
    List<SpokenCue> cues = new ArrayList<>();
    String kind = "";
    sync.reset();
    boolean isFound = sync.find();
    while (isFound) {
      int start = CueTime.ofMillis(Double.parseDouble(sync.group(1)));
      int begin = sync.end();
      isFound = sync.find();
      String block = text.substring(begin, isFound ? sync.start() : text.length());
      kind = kind.isEmpty() ? first(PARAGRAPH, block) : kind;
      endLast(cues, start);
      cues.addAll(CueMarkup.cues(start, CueTime.NONE, words(block, kind)));
    }
    return new Transcript(facts(head), cues, false);
  }

  private static Transcript.Facts facts(String head) {
    return new Transcript.Facts(
        CleanText.line(Entities.resolved(first(TITLE, head))), first(LANGUAGE, head), "");
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() && found.group(1) != null ? found.group(1) : "";
  }

  /** Captions are shown until the next ones, which may be empty. */
  private static void endLast(List<SpokenCue> cues, int start) {
    int i = cues.size() - 1;
    while (i >= 0 && cues.get(i).end() == CueTime.NONE && cues.get(i).isTimed()) {
      cues.set(i, cues.get(i).at(cues.get(i).start(), Math.max(cues.get(i).start(), start)));
      i--;
    }
  }

  /** The text of the paragraphs of one language; line breaks in the file count as blanks. */
  private static String words(String block, String kind) {
    StringBuilder words = new StringBuilder();
    Matcher paragraph = PARAGRAPH.matcher(block);
    boolean isWanted = true;
    int done = 0;
    while (paragraph.find()) {
      append(block.substring(done, paragraph.start()), isWanted, words);
      String its = paragraph.group(1);
      isWanted = its == null || kind.isEmpty() || its.equalsIgnoreCase(kind);
      done = paragraph.end();
    }
    append(block.substring(done), isWanted, words);
    return words.toString();
  }

  private static void append(String text, boolean isWanted, StringBuilder words) {
    if (isWanted) {
      words.append(END.matcher(text).replaceAll(" ").replaceAll("[\\r\\n]", " ")).append('\n');
    }
  }
}
