package broadsheet.corpus.text;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text in the lines of a narrow newspaper column, as produced by character recognition: ragged,
 * and with words broken at line ends. Immutable.
 *
 * @param width the length that nearly all lines keep to
 * @param compounds words that have a hyphen inside a line, and so keep it at a line end
 */
public record NarrowColumn(int width, Set<String> compounds) {
  private static final int FEWEST_LINES = 8;
  private static final int NARROWEST = 18;
  private static final int WIDEST = 60;

  /** Wider lines hold enough words that a hyphen at the end is usually that of a compound. */
  private static final int WIDEST_WITH_BROKEN_WORDS = 50;

  /** No column has a line this long, only a paragraph beside a list. */
  private static final int TOO_LONG = 2 * WIDEST;

  private static final double MOST_ENDS = 0.4;
  private static final double FEWEST_CONTINUED = 0.4;

  /** A last line is shorter than this share of the width. */
  private static final double SHORT_LINE = 0.75;

  private static final Pattern COMPOUND = Pattern.compile("\\p{L}+-\\p{L}+");
  private static final Pattern LAST_PART = Pattern.compile("(\\p{L}+)[-¬]$");
  private static final Pattern FIRST_PART = Pattern.compile("^\\p{Ll}+");

  /** Matches {@code short-} and {@code and long-term}: the hyphen replaces a word. */
  private static final Pattern SECOND_COMPOUND = Pattern.compile("(?:and|und|oder)\\b.*");

  /**
   * Whether these are the lines of a column: they are short, few end a sentence, and many continue
   * with a lower-case letter, unlike verses and lists.
   */
  public static boolean is(List<String> lines) {
    List<String> printed = lines.stream().map(String::strip).filter(l -> !l.isEmpty()).toList();
    int width = Paragraphs.width(printed);
    boolean hasLongLine = printed.stream().anyMatch(line -> line.length() > TOO_LONG);
    if (printed.size() < FEWEST_LINES || width < NARROWEST || width > WIDEST || hasLongLine) {
      return false;
    }
    int ends = 0;
    int continued = 0;
    for (int i = 0; i + 1 < printed.size(); i++) {
      ends += Paragraphs.endsSentence(printed.get(i)) ? 1 : 0;
      continued += runsOn(printed.get(i), printed.get(i + 1)) ? 1 : 0;
    }
    int pairs = printed.size() - 1;
    return ends <= MOST_ENDS * pairs && continued >= FEWEST_CONTINUED * pairs;
  }

  static NarrowColumn of(List<String> lines) {
    return new NarrowColumn(
        Paragraphs.width(lines),
        lines.stream()
            .flatMap(line -> COMPOUND.matcher(line).results().map(MatchResult::group))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether a line's sentence continues on the next. */
  static boolean runsOn(String line, String next) {
    return !next.isEmpty()
        && !Paragraphs.endsSentence(line)
        && Character.isLowerCase(next.codePointAt(0));
  }

  /** Whether a paragraph ends with this line: it is short and its sentence does not continue. */
  boolean isLast(String line, String next) {
    String text = line.strip();
    return text.length() < SHORT_LINE * width
        && Paragraphs.endsSentence(text)
        && (next.isBlank() || !Character.isLowerCase(next.strip().codePointAt(0)));
  }

  /**
   * Appends a line, as part of one word if a word was broken between them.
   *
   * @param paragraph ends with the previous line
   */
  void append(StringBuilder paragraph, String line) {
    var last = LAST_PART.matcher(paragraph);
    var first = FIRST_PART.matcher(line);
    if (!last.find() || !first.find() || SECOND_COMPOUND.matcher(line).matches()) {
      paragraph.append(' ');
    } else if (width <= WIDEST_WITH_BROKEN_WORDS
        && !compounds.contains(last.group(1) + "-" + first.group())) {
      paragraph.setLength(paragraph.length() - 1);
    }
    paragraph.append(line);
  }
}
