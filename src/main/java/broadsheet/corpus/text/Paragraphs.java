package broadsheet.corpus.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Turns lines into paragraphs. Each line is a paragraph, unless the text was hard-wrapped at one
 * width: then the lines of a paragraph are joined, so that phrases match across line ends.
 */
public final class Paragraphs {
  private static final int NARROWEST = 40;
  private static final int WIDEST = 100;

  /** The most characters by which a wrapped line may be shorter than the width. */
  private static final int SLACK = 10;

  /** Number of inner lines needed to recognise hard wrapping by their shape alone. */
  private static final int ENOUGH_LINES = 3;

  private static final double MOST = 0.55;
  private static final double WIDTH_PERCENTILE = 0.9;

  private static final Pattern COLUMNS =
      Pattern.compile("[^\\s.?!:\"'] {2,}\\S|\\S {3,}\\S|\\.{4,}");
  private static final Pattern TWO_COLUMNS = Pattern.compile("\\S(?: {3,}|\\.{4,})\\S");
  private static final Pattern AFTER_HYPHEN = Pattern.compile("(?:and|or|to)\\b.*");

  private Paragraphs() {}

  /** The paragraphs of a text: joined if it is hard-wrapped, otherwise one per line. */
  public static List<String> of(List<String> lines) {
    return isHardWrapped(lines) ? joined(lines, smallestIndent(lines)) : CleanText.lines(lines);
  }

  /**
   * The paragraphs of a hard-wrapped text. A blank line ends one, a line indented further than
   * {@code baseIndent} begins one, and a table row is one.
   */
  public static List<String> joined(List<String> lines, int baseIndent) {
    return NarrowColumn.is(lines)
        ? joined(lines, baseIndent, NarrowColumn.of(lines))
        : joinedLines(lines, baseIndent);
  }

  private static List<String> joined(List<String> lines, int baseIndent, NarrowColumn column) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    String before = "";
    for (String line : lines) {
      boolean isCutShort = column.isLast(before, line);
      if (paragraph.isEmpty() || isCutShort || isParted(before, line, baseIndent)) {
        flush(paragraph, paragraphs);
        paragraph.append(line.strip());
      } else {
        column.append(paragraph, line.strip());
      }
      before = line;
    }
    flush(paragraph, paragraphs);
    return CleanText.lines(paragraphs);
  }

  private static boolean isParted(String before, String line, int baseIndent) {
    return line.isBlank()
        || before.isBlank()
        || indent(line) > baseIndent
        || isTableRow(before)
        || isTableRow(line);
  }

  private static List<String> joinedLines(List<String> lines, int baseIndent) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    String before = "";
    for (String line : lines) {
      String text = line.strip();
      if (paragraph.isEmpty() || isNewParagraph(before, line, baseIndent)) {
        flush(paragraph, paragraphs);
        paragraph.append(text);
      } else {
        paragraph.append(isHyphenated(before, text) ? "" : " ").append(text);
      }
      before = line;
    }
    flush(paragraph, paragraphs);
    return CleanText.lines(paragraphs);
  }

  /** Whether lines end at a width rather than at the end of paragraphs. */
  public static boolean isHardWrapped(List<String> lines) {
    return lines.size() > 1
        && (isOfOneWidth(lines) || NarrowColumn.is(lines))
        && !Prose.isCode(lines);
  }

  private static boolean isOfOneWidth(List<String> lines) {
    int width = width(lines);
    int inner = 0;
    int full = 0;
    int continued = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      String line = lines.get(i).stripTrailing();
      String next = lines.get(i + 1).strip();
      if (!line.isBlank() && !next.isEmpty()) {
        inner++;
        boolean isFull = isFull(line, next, width);
        full += isFull ? 1 : 0;
        continued += isFull && Character.isLowerCase(next.codePointAt(0)) ? 1 : 0;
      }
    }
    return inner >= ENOUGH_LINES ? full >= MOST * inner : inner > 0 && continued == inner;
  }

  /** Whether a line was wrapped: its sentence continues, and the next word would not have fit. */
  public static boolean isFull(String line, String next, int width) {
    int length = line.length();
    return length >= NARROWEST
        && length <= WIDEST
        && length + 1 + firstWordLength(next) > width - SLACK
        && !endsSentence(line);
  }

  /** The width that nearly all lines keep to. */
  public static int width(List<String> lines) {
    int[] lengths =
        lines.stream()
            .filter(l -> !l.isBlank())
            .mapToInt(l -> l.stripTrailing().length())
            .toArray();
    Arrays.sort(lengths);
    return lengths.length == 0 ? 0 : lengths[(int) ((lengths.length - 1) * WIDTH_PERCENTILE)];
  }

  public static boolean endsSentence(String line) {
    int end = line.length();
    while (end > 0 && "\"'”’») ".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && ".!?…:;。！？".indexOf(line.charAt(end - 1)) >= 0;
  }

  private static boolean isNewParagraph(String before, String line, int baseIndent) {
    return isParted(before, line, baseIndent) || isCutShort(before, line, baseIndent);
  }

  /** A short line that does not begin its paragraph, before one that does not continue it. */
  private static boolean isCutShort(String before, String line, int baseIndent) {
    return indent(before) <= baseIndent
        && before.strip().length() < NARROWEST
        && endsSentence(before.strip())
        && !Character.isLowerCase(line.strip().codePointAt(0));
  }

  private static boolean isTableRow(String line) {
    String text = line.strip();
    if (!text.contains("  ") && !text.contains("....")) {
      return false;
    }
    var columns = COLUMNS.matcher(text);
    return columns.find() && (columns.find() || TWO_COLUMNS.matcher(text).find());
  }

  /** A compound broken after its hyphen; not the "short-" of "short- and long-term". */
  private static boolean isHyphenated(String before, String text) {
    String end = before.stripTrailing();
    int length = end.length();
    return length > 1
        && end.charAt(length - 1) == '-'
        && Character.isLetter(end.charAt(length - 2))
        && Character.isLowerCase(text.codePointAt(0))
        && !AFTER_HYPHEN.matcher(text).matches();
  }

  public static int smallestIndent(List<String> lines) {
    return lines.stream().filter(l -> !l.isBlank()).mapToInt(Paragraphs::indent).min().orElse(0);
  }

  private static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && CleanText.isBlank(line.charAt(indent))) {
      indent++;
    }
    return indent;
  }

  private static int firstWordLength(String line) {
    int end = line.indexOf(' ');
    return end < 0 ? line.length() : end;
  }

  private static void flush(StringBuilder paragraph, List<String> paragraphs) {
    if (!paragraph.isEmpty()) {
      paragraphs.add(paragraph.toString());
      paragraph.setLength(0);
    }
  }
}
