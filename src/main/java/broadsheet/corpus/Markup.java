package broadsheet.corpus;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Makes paragraphs of text that may hold HTML, or the character references of HTML. */
final class Markup {
  private static final Pattern TAG =
      Pattern.compile(
          "(?i)</?(?:p|br|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|blockquote|figure|img|section)"
              + "(?:\\s[^<>]*)?/?>");

  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\r\n\u0085\u2028\u2029\f]");
  private static final String NOT_TEXT = "script, style, noscript, template, head, iframe";

  private Markup() {}

  /** The paragraphs of a text: of HTML its blocks, else of its lines. */
  static List<String> paragraphs(String text) {
    if (text.indexOf('<') >= 0 && TAG.matcher(text).find()) {
      return CleanText.lines(lines(blocks(text)));
    }
    return Paragraphs.of(lines(Entities.resolved(text)));
  }

  static List<String> lines(String text) {
    return LINE_BREAK.splitAsStream(text).toList();
  }

  /** The text of a piece of HTML, a block a line. */
  private static String blocks(String html) {
    Element body = Jsoup.parseBodyFragment(html).body();
    body.select(NOT_TEXT).remove();
    StringBuilder text = new StringBuilder();
    body.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
              text.append(LINE_BREAK.matcher(words.getWholeText()).replaceAll(" "));
            } else {
              endLine(node, text);
            }
          }

          @Override
          public void tail(Node node, int depth) {
            endLine(node, text);
          }
        });
    return text.toString();
  }

  private static void endLine(Node node, StringBuilder text) {
    if (node instanceof Element element
        && (element.isBlock() || element.normalName().equals("br"))) {
      text.append('\n');
    }
  }
}
