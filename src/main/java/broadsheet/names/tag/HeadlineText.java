package broadsheet.names.tag;

import broadsheet.names.Cue;
import broadsheet.names.NamedPart;
import broadsheet.names.word.KnownNames;
import broadsheet.names.word.NameText;
import broadsheet.names.word.Trait;
import broadsheet.names.word.WordShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line where most words have capitals: only names that stand elsewhere in the article as well are
 * found in it, and they are no evidence.
 */
record HeadlineText(NamedPart part, NameText text, int first, List<NameWord> words) {

  private static final int LONGEST_NAME = 6;
  private static final int LONG_WORD = 4;
  private static final int SHORTEST_IN_CAPITALS = 4;
  private static final double MOST = 0.7;

  /** Whether most words of a line have capitals and it is no sentence. */
  static boolean isHeadline(List<NameWord> words, NamedPart part) {
    if (part == NamedPart.DATELINE) {
      return false;
    }
    int capitals = 0;
    int inCapitals = 0;
    int all = 0;
    for (NameWord word : words) {
      if (word.text().length() >= LONG_WORD
          && word.shape() != WordShape.MARK
          && word.shape() != WordShape.NUMBER) {
        all++;
        capitals += word.isCapital() ? 1 : 0;
        inCapitals += word.shape() == WordShape.CAPITALS ? 1 : 0;
      }
    }
    if (part == NamedPart.TITLE) {
      return capitals >= all * MOST || all < 3;
    }
    boolean stops = !words.isEmpty() && ".!?\u201d\"".contains(words.getLast().text());
    return all > 0 && (inCapitals >= all * MOST || (capitals >= all * MOST && !stops && all > 1));
  }

  /**
   * The mentions of names that are known.
   *
   * @param surfaces known names by their text without capitals
   */
  List<FoundName> names(Map<String, String> surfaces) {
    List<FoundName> names = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int end = end(at, surfaces);
      if (end > at) {
        String key = key(at, end);
        names.add(
            new FoundName(
                part,
                text.start(first + at),
                text.end(first + end - 1),
                surfaces.getOrDefault(key, FoundName.surface(text.words(first + at, first + end))),
                Optional.empty(),
                Cue.HEADLINE.bit()));
        at = end;
      } else {
        at++;
      }
    }
    return names;
  }

  private String key(int from, int to) {
    return FoundName.surface(text.words(first + from, first + to))
        .toLowerCase(java.util.Locale.ROOT);
  }

  private int end(int from, Map<String, String> surfaces) {
    if (!words.get(from).isCapital()) {
      return from;
    }
    for (int to = Math.min(words.size(), from + LONGEST_NAME); to > from; to--) {
      if (isWhole(from, to) && (surfaces.containsKey(key(from, to)) || isKnown(from, to))) {
        return to;
      }
    }
    return from;
  }

  /** Whether the words are listed as a name, in a line that is not in capitals throughout. */
  private boolean isKnown(int from, int to) {
    return !isShouted()
        && words.get(to - 1).isCapital()
        && (to - from > 1 || !words.get(from).is(Trait.SMALL))
        && KnownNames.of(FoundName.surface(text.words(first + from, first + to))).isPresent();
  }

  private boolean isShouted() {
    return words.stream()
        .noneMatch(word -> word.shape() == WordShape.SMALL || word.shape() == WordShape.CAPITAL);
  }

  /** Whether it is more than a short word that all capitals make look like an abbreviation. */
  private boolean isWhole(int from, int to) {
    NameWord word = words.get(from);
    return to - from > 1
        || word.shape() != WordShape.CAPITALS
        || word.text().length() >= SHORTEST_IN_CAPITALS
        || (!word.is(Trait.SMALL) && !word.is(Trait.FUNCTION));
  }
}
