package broadsheet.corpus.collection;

import broadsheet.corpus.text.Byline;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Markup;
import broadsheet.corpus.text.Paragraphs;
import broadsheet.corpus.text.SignOff;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of a wire message. The headline ends with an equals sign, and notes for editors follow
 * under a separator line. Immutable.
 */
record WireText(String title, List<String> authors, List<String> paragraphs) {
  private static final int MOST_HEADLINES = 8;

  /** A version mark: {@code 1ST LEAD}, {@code EXTRA}, {@code (Achtung)}. */
  private static final Pattern VERSION = Pattern.compile("\\(.*\\)|[\\p{Lu}\\d .,-]{2,30}");

  private static final Pattern FOR_EDITORS =
      Pattern.compile("(?i)#+ .*(?:notebook|notizblock|notepad).*|\\* \\* \\* \\*");

  static WireText of(String text) {
    List<String> lines = Markup.lines(text);
    int end = headlineEnd(lines);
    List<String> headline = new ArrayList<>(CleanText.lines(lines.subList(0, end)));
    String byline = "";
    if (headline.size() > 1 && headline.getLast().startsWith("By ")) {
      byline = withoutSign(headline.removeLast());
    }
    while (headline.size() > 1 && VERSION.matcher(headline.getFirst()).matches()) {
      headline.removeFirst();
    }
    return new WireText(
        withoutSign(String.join(" ", headline)),
        Byline.people(byline),
        paragraphs(lines.subList(end, lines.size())));
  }

  /** The number of headline lines; the headline ends at the first blank line if no sign ends it. */
  private static int headlineEnd(List<String> lines) {
    for (int i = 0; i < Math.min(MOST_HEADLINES, lines.size()); i++) {
      if (lines.get(i).strip().endsWith("=")) {
        return i + 1;
      }
    }
    int end = 0;
    while (end < Math.min(MOST_HEADLINES, lines.size()) && !lines.get(end).isBlank()) {
      end++;
    }
    return end;
  }

  private static String withoutSign(String line) {
    return line.endsWith("=") ? CleanText.line(line.substring(0, line.length() - 1)) : line;
  }

  private static List<String> paragraphs(List<String> lines) {
    List<String> text =
        lines.stream().takeWhile(line -> !FOR_EDITORS.matcher(line.strip()).matches()).toList();
    return SignOff.removed(Paragraphs.joined(text, Paragraphs.smallestIndent(text)));
  }
}
