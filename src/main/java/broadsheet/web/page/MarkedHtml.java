package broadsheet.web.page;

import broadsheet.engine.result.MarkedText;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Formats marked text as HTML that is safe for any text: escaped text and {@code <mark>} elements,
 * nothing else. No other code may put unescaped HTML into a page.
 */
public final class MarkedHtml {
  private MarkedHtml() {}

  public static List<String> of(List<MarkedText> texts) {
    return texts.stream().map(MarkedHtml::of).toList();
  }

  public static String of(MarkedText marked) {
    return of(marked, () -> "<mark>");
  }

  /**
   * Formats marked text with an id on each mark: {@code hit-1}, {@code hit-2} and so on.
   *
   * @param numbers gives the next number on each call
   */
  public static String numbered(MarkedText marked, IntSupplier numbers) {
    return of(marked, () -> "<mark id=\"hit-" + numbers.getAsInt() + "\">");
  }

  private static String of(MarkedText marked, Supplier<String> openings) {
    String text = marked.text();
    StringBuilder html = new StringBuilder(text.length() + 16 * marked.marks().size() + 16);
    int written = 0;
    for (MarkedText.Mark mark : marked.marks()) {
      escape(text, written, mark.start(), html);
      html.append(openings.get());
      escape(text, mark.start(), mark.end(), html);
      html.append("</mark>");
      written = mark.end();
    }
    escape(text, written, text.length(), html);
    return html.toString();
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
