package broadsheet.corpus.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Recognizes the heads that gazettes print on every page, and the marks where a page begins. */
public final class RunningHead {
  private static final Pattern HEAD =
      Pattern.compile(
          "\\[\\[Page [A-Z]{0,2}\\d+\\]\\]|\\[Federal Register[^\\]]*\\]|\\[Pages? [A-Z\\d-]+\\]"
              + "|\\[FR Doc[^\\]]*\\]"
              + "|\\[(?:Notices|Proposed Rules|Rules and Regulations|Presidential Documents)\\]"
              + "|From the Federal Register Online via .*"
              + "|(?:\\d+ +)?\\p{Lu}[\\p{L} ]+/ Vol\\. ?\\d+, No\\. ?\\d+ / [^/]+ / [^/]+");

  private RunningHead() {}

  /** Whether a line is one. */
  public static boolean is(String line) {
    return HEAD.matcher(line.strip()).matches();
  }

  /** The lines without them, so that a sentence continues across pages. */
  public static List<String> without(List<String> lines) {
    List<String> kept = new ArrayList<>();
    boolean isRunningOn = false;
    for (String line : lines) {
      if (is(line)) {
        isRunningOn = isRunningOn || runsOn(kept);
      } else if (!isRunningOn || !line.isBlank()) {
        kept.add(line);
        isRunningOn = false;
      }
    }
    return kept;
  }

  /** Whether the last sentence is open; drops the blank lines after it. */
  private static boolean runsOn(List<String> kept) {
    int last = kept.size() - 1;
    while (last >= 0 && kept.get(last).isBlank()) {
      last--;
    }
    boolean isOpen = last >= 0 && !Paragraphs.endsSentence(kept.get(last));
    if (isOpen) {
      kept.subList(last + 1, kept.size()).clear();
    }
    return isOpen;
  }
}
