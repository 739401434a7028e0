package broadsheet.web.page;

import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.MarkedText.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Shortens the snippets of a hit to about two lines on a wide screen, for lists that are scanned
 * rather than read. Leaves out a snippet that adds no match to the other. Every mark that is shown
 * is whole. Stateless.
 */
final class BriefSnippet {

  /** In UTF-16 units; a single match may be longer. */
  static final int LENGTH = 155;

  /** Stands before words that are not in the text of the article, and stays when they are cut. */
  private static final Pattern LABEL = Pattern.compile("(?:Caption|Correction): ");

  /** The last letter of a longer word may differ as well. */
  private static final int SHORTEST_STEM = 4;

  private static final String ELLIPSIS = "…";

  private BriefSnippet() {}

  /**
   * One text.
   *
   * @param snippets at most two, in reading order
   */
  static MarkedText of(List<MarkedText> snippets) {
    List<MarkedText> chosen = withoutRepetition(snippets);
    if (chosen.isEmpty()) {
      return MarkedText.unmarked("");
    }
    MarkedText first = chosen.getFirst();
    if (chosen.size() == 1) {
      return cut(first, LENGTH);
    }
    int half = LENGTH / 2;
    MarkedText second = cut(chosen.getLast(), Math.max(half, LENGTH - first.text().length()));
    int rest = Math.max(half, LENGTH - second.text().length());
    return MarkedText.joined(List.of(cut(first, rest), second));
  }

  private static List<MarkedText> withoutRepetition(List<MarkedText> snippets) {
    if (snippets.size() < 2 || hasMatchesOf(snippets.getFirst(), snippets.getLast())) {
      return snippets.stream().limit(1).toList();
    }
    return hasMatchesOf(snippets.getLast(), snippets.getFirst())
        ? snippets.subList(1, 2)
        : snippets;
  }

  /** Whether a text has a match like each one of another. */
  private static boolean hasMatchesOf(MarkedText text, MarkedText other) {
    List<String> own = matches(text, 0, text.text().length());
    return matches(other, 0, other.text().length()).stream().allMatch(match -> hasLike(match, own));
  }

  private static boolean hasLike(String match, List<String> matches) {
    return matches.stream().anyMatch(each -> isSame(each, match));
  }

  /** Whether two matches are equal but for their endings, such as {@code gun} and {@code guns}. */
  private static boolean isSame(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    int stem = shorter > SHORTEST_STEM ? Math.max(SHORTEST_STEM, shorter - 1) : shorter;
    boolean areWords = one.indexOf(' ') < 0 && other.indexOf(' ') < 0;
    return one.equals(other) || (areWords && one.regionMatches(0, other, 0, stem));
  }

  /** The different matches that lie completely within a part of a text. */
  private static List<String> matches(MarkedText text, int from, int to) {
    List<String> matches = new ArrayList<>();
    for (Mark mark : text.marks()) {
      String match = text.text().substring(mark.start(), mark.end()).toLowerCase(Locale.ROOT);
      if (mark.start() >= from && mark.end() <= to && !hasLike(match, matches)) {
        matches.add(match);
      }
    }
    return matches;
  }

  private static MarkedText cut(MarkedText snippet, int length) {
    String text = snippet.text();
    if (text.length() <= length) {
      return snippet;
    }
    int from = start(snippet, length);
    int to = end(snippet, from, length);
    Matcher label = LABEL.matcher(text);
    String before = from == 0 ? "" : (label.lookingAt() ? label.group() : "") + ELLIPSIS + " ";
    String after = to == text.length() || text.substring(0, to).endsWith(ELLIPSIS) ? "" : " …";
    return new MarkedText(
            text.substring(from, to) + after,
            snippet.marks().stream()
                .filter(mark -> mark.start() >= from && mark.end() <= to)
                .map(mark -> new Mark(mark.start() - from, mark.end() - from))
                .toList())
        .after(before);
  }

  /**
   * The start that shows the most different matches: a few words before the first, or earlier if
   * the rest of the text leaves room.
   */
  private static int start(MarkedText snippet, int length) {
    int last = snippet.text().length() - length;
    return snippet.marks().stream()
        .map(mark -> wordStart(snippet, mark, Math.min(mark.start() - length / 4, last)))
        .max(
            Comparator.<Integer>comparingInt(at -> matches(snippet, at, at + length).size())
                .thenComparing(Comparator.reverseOrder()))
        .orElse(0);
  }

  /** The start of the first word at or after an offset, at most that of a mark. */
  private static int wordStart(MarkedText snippet, Mark mark, int at) {
    int blank = at <= 0 ? -1 : snippet.text().indexOf(' ', at - 1);
    return at <= 0 ? 0 : blank >= 0 && blank < mark.start() ? blank + 1 : mark.start();
  }

  /** The end of a word, which is in no mark. */
  private static int end(MarkedText snippet, int from, int length) {
    String text = snippet.text();
    if (text.length() <= from + length) {
      return text.length();
    }
    int blank = text.lastIndexOf(' ', from + length);
    int near = blank > from + length / 2 ? blank : from + length;
    Mark cut = cutBy(snippet, near);
    if (cut == null) {
      return Character.isLowSurrogate(text.charAt(near)) ? near - 1 : near;
    }
    boolean isOnlyMatch = matches(snippet, from, cut.start()).isEmpty();
    return isOnlyMatch ? cut.end() : text.substring(0, cut.start()).stripTrailing().length();
  }

  private static @Nullable Mark cutBy(MarkedText snippet, int at) {
    return snippet.marks().stream()
        .filter(mark -> mark.start() < at && mark.end() > at)
        .findFirst()
        .orElse(null);
  }
}
