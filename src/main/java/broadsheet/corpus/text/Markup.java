package broadsheet.corpus.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Makes paragraphs of text that may contain HTML or its character references. */
public final class Markup {
  /** Inline elements count only if they are closed: a lone {@code <B>} may be a stock symbol. */
  private static final Pattern TAG =
      Pattern.compile(
          "(?i)</?(?:p|br|div|h[1-6]|ul|ol|li|blockquote|figure|img|section|span|article|aside|header"
              + "|footer|table|tr|td|th|hr|center|pre|video|audio|iframe|script|style|figcaption"
              + "|picture|noscript)(?:\\s[^<>]*)?/?>"
              + "|<a\\s[^<>]*>|</(?:a|b|i|u|s|em|strong|font|small|big|sup|sub|mark|code|cite|time)>");

  /** A text cut off inside a tag, or broken tags that should have been markup. */
  private static final Pattern REMAINS =
      Pattern.compile("(?i)<!\\[CDATA\\[|\\]\\]>|<(?:a|img|p|div|span)\\s[^<>]*=[^<>]*$");

  /** Elements that may be pasted into plain text, whose line breaks still end paragraphs. */
  private static final Pattern EMBEDDED =
      Pattern.compile("(?i)<(iframe|video|audio|script|style)\\b[^<>]*>[^<]*</\\1\\s*>");

  /** A longer cell is a column of a page. */
  private static final int LONGEST_CELL = 200;

  private static final int MOST_ESCAPES = 3;
  private static final String NOT_TEXT = "script, style, noscript, template, head, iframe";

  /** Classes that highlighters give to code. */
  private static final Pattern CODE =
      Pattern.compile("(?i)code|lang|highlight|prettyprint|brush|program");

  private Markup() {}

  /** The paragraphs of a text: its blocks if it is HTML, otherwise its lines. */
  public static List<String> paragraphs(String text) {
    String bare = text.indexOf('<') < 0 ? text : EMBEDDED.matcher(text).replaceAll("");
    if (isHtml(bare)) {
      return CleanText.lines(lines(blocks(text)));
    }
    return Paragraphs.of(lines(Entities.resolved(bare)));
  }

  /** The text with double escaping undone, and without remains of markup. */
  public static String unescaped(String text) {
    String bare = text.indexOf('<') < 0 ? text : REMAINS.matcher(text).replaceAll("");
    String markup = bare;
    for (int i = 0; i < MOST_ESCAPES && markup.contains("&") && !isHtml(markup); i++) {
      markup = Entities.resolved(markup);
    }
    return isHtml(markup) ? REMAINS.matcher(markup).replaceAll("") : bare;
  }

  /** Whether a text contains HTML elements. */
  public static boolean isHtml(String text) {
    return text.indexOf('<') >= 0 && TAG.matcher(text).find();
  }

  /** The lines of a text, with any kind of line break. */
  public static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isLineBreak(text.charAt(i))) {
        lines.add(text.substring(start, i));
        boolean isPair = text.startsWith("\r\n", i);
        i += isPair ? 1 : 0;
        start = i + 1;
      }
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  private static boolean isLineBreak(char c) {
    return switch (c) {
      case '\n', '\r', '\f', '\u0085', '\u2028', '\u2029' -> true;
      default -> false;
    };
  }

  /** The text of a piece of HTML, one block per line. */
  private static String blocks(String html) {
    Element body = Jsoup.parseBodyFragment(html).body();
    body.select(NOT_TEXT).remove();
    body.select("pre").forEach(Markup::part);
    body.select("tr").stream().filter(Markup::isOfData).forEach(Markup::joinCells);
    StringBuilder text = new StringBuilder();
    body.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
              text.append(words.getWholeText().replace('\n', ' ').replace('\r', ' '));
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

  /** Whether a {@code pre} element declares itself as code. */
  public static boolean isCode(Element pre) {
    return pre.selectFirst("code, samp, kbd") != null || CODE.matcher(pre.className()).find();
  }

  /** Makes paragraphs of text that was written with its line breaks; lines of code stay lines. */
  private static void part(Element pre) {
    List<String> lines = lines(pre.wholeText());
    List<String> paragraphs = isCode(pre) ? lines : Paragraphs.of(RunningHead.without(lines));
    pre.empty();
    paragraphs.forEach(paragraph -> pre.appendElement("p").text(paragraph));
  }

  /** Whether a row of a table has short cells of at most one paragraph each. */
  private static boolean isOfData(Element row) {
    return row.childrenSize() > 1
        && row.children().stream()
            .allMatch(
                cell ->
                    cell.select("p, div, li, br").size() <= 1
                        && cell.selectFirst("table") == null
                        && cell.text().length() <= LONGEST_CELL);
  }

  private static void joinCells(Element row) {
    row.text(String.join(" ", row.children().eachText()));
  }

  private static void endLine(Node node, StringBuilder text) {
    if (node instanceof Element element
        && (element.isBlock() || element.normalName().equals("br"))) {
      text.append('\n');
    }
  }
}
