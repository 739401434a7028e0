package broadsheet.web.page;

import broadsheet.engine.result.MarkedText;
import broadsheet.web.page.LinkedMarks.Element;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Formats marked text as HTML that is safe for any text: escaped text, {@code <mark>} elements and
 * links within this server, nothing else. No other code may put unescaped HTML into a page, but for
 * the help, which the build made.
 */
public final class MarkedHtml {
  private MarkedHtml() {}

  public static List<String> of(List<MarkedText> texts) {
    return texts.stream().map(MarkedHtml::of).toList();
  }

  public static String of(MarkedText marked) {
    return of(marked, List.of(), () -> "<mark>");
  }

  /**
   * Formats marked text with an id on each mark: {@code hit-1}, {@code hit-2} and so on.
   *
   * @param numbers gives the next number on each call
   */
  public static String numbered(MarkedText marked, IntSupplier numbers) {
    return numbered(marked, List.of(), numbers);
  }

  /**
   * The same, with links beside the marks.
   *
   * @param links in order
   */
  public static String numbered(MarkedText marked, List<TextLink> links, IntSupplier numbers) {
    return of(marked, links, () -> "<mark id=\"hit-" + numbers.getAsInt() + "\">");
  }

  /**
   * The beginning of a page or file within a text.
   *
   * @param id its id on the page
   * @param label its name
   * @param href where it leads; empty for nowhere
   */
  public static String partStart(String id, String label, String href) {
    StringBuilder html = new StringBuilder("<span class=\"part-start\" id=\"");
    escape(id, 0, id.length(), html);
    html.append("\" lang=\"en\">");
    if (!href.isEmpty()) {
      html.append("<a href=\"");
      escape(href, 0, href.length(), html);
      html.append("\">");
    }
    escape(label, 0, label.length(), html);
    return html.append(href.isEmpty() ? "" : "</a>").append("</span> ").toString();
  }

  private static String of(MarkedText marked, List<TextLink> links, Supplier<String> openings) {
    String text = marked.text();
    StringBuilder html = new StringBuilder(text.length() + 16 * marked.marks().size() + 16);
    Deque<Element> open = new ArrayDeque<>();
    int written = 0;
    for (Element element : LinkedMarks.of(marked.marks(), links)) {
      written = closed(open, element.start(), text, written, html);
      escape(text, written, element.start(), html);
      written = element.start();
      html.append(element.isMark() ? openings.get() : link(element));
      open.push(element);
    }
    written = closed(open, text.length(), text, written, html);
    escape(text, written, text.length(), html);
    return html.toString();
  }

  /** Ends the elements that end up to a place; returns the place up to which all is written. */
  private static int closed(
      Deque<Element> open, int place, String text, int written, StringBuilder html) {
    int end = written;
    while (!open.isEmpty() && open.peek().end() <= place) {
      Element element = open.pop();
      escape(text, end, element.end(), html);
      html.append(element.isMark() ? "</mark>" : "</a>");
      end = element.end();
    }
    return end;
  }

  private static String link(Element element) {
    StringBuilder opening = new StringBuilder("<a class=\"name\" href=\"");
    escape(element.href(), 0, element.href().length(), opening);
    return opening.append("\">").toString();
  }

  private static void escape(String text, int start, int end, StringBuilder html) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '&' -> html.append("&amp;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
  }
}
