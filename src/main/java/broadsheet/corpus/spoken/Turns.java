package broadsheet.corpus.spoken;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where another speaker begins, and the name that the captions print there: {@code >> ANNA
 * KIM: Good evening}, {@code MAN 2:}, {@code [Anna Kim]:}. A dash or {@code >>} begins a turn
 * without a name. Not thread-safe.
 */
final class Turns {
  private static final String NAME_END = "[\\])]?:(?= |$)";

  /** A name in capitals, or a role. */
  private static final Pattern CAPITALS =
      Pattern.compile(
          "^[\\[(]?(?<name>\\p{Lu}[\\p{Lu}\\p{M}\\d.'’&/-]+(?:"
              + " [\\p{Lu}\\d#][\\p{Lu}\\p{M}\\d.'’&/#-]*){0,4})"
              + NAME_END);

  /** First and last name, as a name is usually written. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "^[\\[(]?(?<name>\\p{Lu}[\\p{L}\\p{M}.'’-]*(?: \\p{Lu}[\\p{L}\\p{M}.'’-]*){1,3})"
              + NAME_END);

  /** Any short text after a mark that a speaker begins. */
  private static final Pattern MARKED =
      Pattern.compile("^[\\[(]?(?<name>\\p{L}[^:\\[\\]()]{0,40})" + NAME_END);

  private static final Pattern CHANGE = Pattern.compile("^>{2,4}");
  private static final Pattern DASH = Pattern.compile("^[-–—] ");

  /** Capitals mark no name where fewer than one letter in this many is small. */
  private static final int SMALL_OF = 10;

  /** A written name counts if it begins this many lines. */
  private static final int LEAST = 2;

  private static final int LONGEST_NAME = 60;

  private final boolean isInCapitals;
  private final Map<String, Integer> written = new HashMap<>();

  private Turns(List<SpokenCue> cues) {
    long small = 0;
    long letters = 0;
    for (SpokenCue cue : cues) {
      for (SpokenLine line : cue.lines()) {
        String text = head(line);
        small += text.chars().filter(Character::isLowerCase).count();
        letters += text.chars().filter(Character::isLetter).count();
        Matcher name = WRITTEN.matcher(text);
        if (name.find()) {
          written.merge(name.group("name"), 1, Integer::sum);
        }
      }
    }
    isInCapitals = small * SMALL_OF < letters;
  }

  /** The same cues, cut where a line begins a turn. */
  static List<SpokenCue> of(List<SpokenCue> cues) {
    Turns turns = new Turns(cues);
    List<SpokenCue> all = new ArrayList<>(cues.size());
    for (SpokenCue cue : cues) {
      if (cue.speaker().isEmpty()) {
        turns.cut(cue, all);
      } else {
        all.add(cue);
      }
    }
    return all;
  }

  private void cut(SpokenCue cue, List<SpokenCue> all) {
    List<SpokenLine> lines = new ArrayList<>();
    String speaker = "";
    boolean isTurn = false;
    for (SpokenLine line : cue.lines()) {
      boolean isChange = CHANGE.matcher(line.text()).find();
      Optional<SpokenLine> words = isChange ? withoutMark(line) : Optional.of(line);
      String name = words.map(rest -> name(head(rest), isChange)).orElse("");
      if (isChange || !name.isEmpty() || isDialogue(line)) {
        add(new SpokenCue(cue.start(), cue.end(), speaker, isTurn, lines), all);
        lines.clear();
        speaker = name;
        isTurn = true;
      }
      words.ifPresent(lines::add);
    }
    add(new SpokenCue(cue.start(), cue.end(), speaker, isTurn, lines), all);
  }

  private static void add(SpokenCue cue, List<SpokenCue> all) {
    if (!cue.lines().isEmpty()) {
      all.add(cue);
    }
  }

  private static boolean isDialogue(SpokenLine line) {
    return DASH.matcher(line.text()).find();
  }

  /**
   * The line without the mark, which may stand alone or at its first word; empty if that is all.
   */
  private static Optional<SpokenLine> withoutMark(SpokenLine line) {
    String rest = CHANGE.matcher(line.text()).replaceFirst("");
    if (rest.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(rest.startsWith(" ") ? line.from(1) : new SpokenLine(rest, line.times()));
  }

  /** The beginning of a line, without a dash; long enough for a name. */
  private static String head(SpokenLine line) {
    String text = DASH.matcher(line.text()).replaceFirst("");
    return text.substring(0, Math.min(text.length(), LONGEST_NAME));
  }

  private String name(String head, boolean isChange) {
    if (isChange) {
      return named(MARKED.matcher(head));
    }
    Matcher full = WRITTEN.matcher(head);
    if (full.find() && written.getOrDefault(full.group("name"), 0) >= LEAST && !isInCapitals) {
      return full.group("name");
    }
    return isInCapitals ? "" : named(CAPITALS.matcher(head));
  }

  private static String named(Matcher name) {
    return name.find() ? name.group("name").strip() : "";
  }
}
