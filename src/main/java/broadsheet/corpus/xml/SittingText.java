package broadsheet.corpus.xml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Collects the text of a sitting, paragraph by paragraph. A speech begins with the speaker's name,
 * and with party and time where they are stated, as the paragraphs of a transcript do: {@code Ada
 * Rivers (Harbour Party, 12:32): I beg to move.} Not thread-safe.
 */
final class SittingText {
  private static final Pattern IN_BRACKETS =
      Pattern.compile("(?<name>[^()]+?)(?: \\([^()]*\\))*? \\((?<party>[^()]{1,60})\\)");

  private static final Pattern LAST_COLON = Pattern.compile("\\s*[:.–—-]+$");

  /** The time of day, without seconds: {@code 2021-04-12T14:30:00+01:00} and {@code 14:30:00}. */
  private static final Pattern TIME = Pattern.compile("(?:^|T)(\\d{1,2}:\\d{2})");

  /**
   * Somebody who speaks.
   *
   * @param name empty if it is not known
   * @param party empty if it is not stated
   */
  record Speaker(String name, String party) {
    static final Speaker UNKNOWN = new Speaker("", "");

    /** Takes a party out of the brackets behind a printed name, if there are any. */
    static Speaker printed(String label) {
      String name = LAST_COLON.matcher(label).replaceFirst("");
      Matcher both = IN_BRACKETS.matcher(name);
      return both.matches()
          ? new Speaker(both.group("name"), both.group("party"))
          : new Speaker(name, "");
    }
  }

  private final List<String> paragraphs = new ArrayList<>();
  private final Set<String> speakers = new LinkedHashSet<>();
  private Speaker last = Speaker.UNKNOWN;
  private String lastTime = "";

  /** Adds a heading, or anything else that is printed between two speeches. */
  void between(String text) {
    if (!text.isEmpty()) {
      paragraphs.add(text);
      last = Speaker.UNKNOWN;
    }
  }

  /**
   * Adds a speech, or more of one.
   *
   * @param stated the time of day or a time stamp; empty if none is stated
   */
  void speech(Speaker speaker, String stated, List<String> said) {
    if (said.isEmpty()) {
      return;
    }
    Matcher clock = TIME.matcher(stated);
    String time = clock.find() ? clock.group(1) : "";
    boolean isNewTime = !time.isEmpty() && !time.equals(lastTime);
    boolean isLabelled = !speaker.name().isEmpty() && (isNewTime || !speaker.equals(last));
    paragraphs.add((isLabelled ? label(speaker, isNewTime ? time : "") : "") + said.getFirst());
    paragraphs.addAll(said.subList(1, said.size()));
    if (!speaker.name().isEmpty()) {
      speakers.add(speaker.name());
    }
    last = speaker;
    lastTime = isLabelled && isNewTime ? time : lastTime;
  }

  private static String label(Speaker speaker, String time) {
    String more =
        Stream.of(speaker.party(), time)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return speaker.name() + (more.isEmpty() ? "" : " (" + more + ")") + ": ";
  }

  List<String> paragraphs() {
    return List.copyOf(paragraphs);
  }

  /** Those who speak, in the order in which they begin. */
  List<String> speakers() {
    return List.copyOf(speakers);
  }
}
