package broadsheet.corpus.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes paragraphs of HTML in which blank lines separate paragraphs, as writers type it. */
public final class BlankLines {
  private static final Pattern BLANK_LINE = Pattern.compile("\\R[ \\t]*\\R\\s*");
  private static final Pattern LINE_END = Pattern.compile("(?<!>)\\R");

  /** A tag whose attributes stand on several lines. */
  private static final Pattern TAG_ON_LINES = Pattern.compile("<[A-Za-z][^<>\\r\\n]*\\R[^<>]*>");

  private static final Pattern LINE = Pattern.compile("\\R\\s*");

  private BlankLines() {}

  /** The paragraphs of a text; a single line break separates them as well. */
  public static List<String> paragraphs(String text) {
    String html = html(text);
    return html.isEmpty() ? List.of() : Markup.paragraphs(html);
  }

  /** The text with an element for each paragraph; line breaks within tags mean nothing. */
  public static String html(String text) {
    boolean isOnLines = text.indexOf('<') >= 0 && TAG_ON_LINES.matcher(text).find();
    String tags =
        isOnLines
            ? TAG_ON_LINES
                .matcher(text)
                .replaceAll(
                    tag -> Matcher.quoteReplacement(LINE.matcher(tag.group()).replaceAll(" ")))
            : text;
    String broken = BLANK_LINE.matcher(tags.strip()).replaceAll("<p>");
    return broken.isEmpty() ? "" : "<p>" + LINE_END.matcher(broken).replaceAll("<br>");
  }
}
