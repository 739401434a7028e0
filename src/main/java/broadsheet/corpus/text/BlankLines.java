package broadsheet.corpus.text;

import java.util.List;
import java.util.regex.Pattern;

/** Makes paragraphs of HTML in which blank lines separate paragraphs, as writers type it. */
public final class BlankLines {
  private static final Pattern BLANK_LINE = Pattern.compile("\\R[ \\t]*\\R\\s*");
  private static final Pattern LINE_END = Pattern.compile("(?<!>)\\R");

  private BlankLines() {}

  /** The paragraphs of a text; a single line break separates them as well. */
  public static List<String> paragraphs(String text) {
    String broken = BLANK_LINE.matcher(text.strip()).replaceAll("<p>");
    return broken.isEmpty()
        ? List.of()
        : Markup.paragraphs("<p>" + LINE_END.matcher(broken).replaceAll("<br>"));
  }
}
