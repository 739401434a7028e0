package broadsheet.corpus.plain;

import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Entities;
import broadsheet.corpus.text.Markup;
import broadsheet.corpus.text.NarrowColumn;
import broadsheet.corpus.text.Paragraphs;
import broadsheet.corpus.text.RelatedFoot;
import broadsheet.corpus.text.RunningHead;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a plain-text article. Immutable.
 *
 * @param title the first line, if it can be a headline; otherwise empty
 * @param standfirst the second line, if it directly follows the headline and is not a paragraph
 */
record TextLayout(String title, String standfirst, List<String> paragraphs, List<String> related) {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_STANDFIRST = 300;

  /** Splits a whole text into its parts. */
  static TextLayout of(String text) {
    List<String> lines = trimmed(RunningHead.without(Markup.lines(Entities.resolved(text))));
    RelatedFoot foot = RelatedFoot.of(lines);
    List<String> body = trimmed(foot.before());
    boolean isWrapped = Paragraphs.isHardWrapped(body);
    if (!hasTitle(body, isWrapped)) {
      return new TextLayout("", "", Paragraphs.of(body), foot.headlines());
    }
    String title = CleanText.line(body.getFirst());
    List<String> rest = body.subList(1, body.size());
    if (isWrapped || !hasStandfirst(rest)) {
      return new TextLayout(title, "", paragraphs(rest, isWrapped), foot.headlines());
    }
    return new TextLayout(
        title,
        CleanText.line(rest.getFirst()),
        paragraphs(rest.subList(1, rest.size()), false),
        foot.headlines());
  }

  boolean isEmpty() {
    return title.isEmpty() && paragraphs.isEmpty();
  }

  private static List<String> paragraphs(List<String> lines, boolean isWrapped) {
    return isWrapped
        ? Paragraphs.joined(lines, Paragraphs.smallestIndent(lines))
        : Paragraphs.of(lines);
  }

  /** A single line is the body, and so is a first line that continues on the second. */
  private static boolean hasTitle(List<String> lines, boolean isWrapped) {
    if (lines.size() < 2 || CleanText.line(lines.getFirst()).length() > LONGEST_TITLE) {
      return false;
    }
    String second = lines.get(1);
    boolean isIndented = !second.isEmpty() && CleanText.isBlank(second.charAt(0));
    return !isWrapped || second.isBlank() || isIndented || !runsOn(lines, second);
  }

  /** Above a narrow column, only capitals show that the first line is not part of it. */
  private static boolean runsOn(List<String> lines, String second) {
    String first = lines.getFirst();
    boolean hasSmallLetters = first.codePoints().anyMatch(Character::isLowerCase);
    return Paragraphs.isFull(first, second, Paragraphs.width(lines))
        || (hasSmallLetters && NarrowColumn.is(lines));
  }

  private static boolean hasStandfirst(List<String> rest) {
    String second = rest.getFirst();
    return !second.isBlank()
        && CleanText.line(second).length() <= LONGEST_STANDFIRST
        && rest.subList(1, rest.size()).stream().anyMatch(line -> !line.isBlank());
  }

  private static List<String> trimmed(List<String> lines) {
    List<String> trimmed = new ArrayList<>(lines);
    while (!trimmed.isEmpty() && CleanText.line(trimmed.getLast()).isEmpty()) {
      trimmed.removeLast();
    }
    int first = 0;
    while (first < trimmed.size() && CleanText.line(trimmed.get(first)).isEmpty()) {
      first++;
    }
    return trimmed.subList(first, trimmed.size());
  }
}
