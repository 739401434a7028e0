package broadsheet.corpus.text;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The text of a post as publishing systems store it: a piece of HTML without the page around it.
 * Immutable.
 */
public record HtmlBody(List<String> paragraphs, List<String> captions) {
  private static final String CAPTION = "figcaption, .wp-caption-text";

  public HtmlBody {
    paragraphs = List.copyOf(paragraphs);
    captions = List.copyOf(captions);
  }

  /** Reads pieces that follow each other, which may also be plain text. */
  public static HtmlBody of(List<String> pieces) {
    List<HtmlBody> bodies =
        pieces.stream()
            .map(p -> mayHaveCaption(p) ? of(p, "") : new HtmlBody(Markup.paragraphs(p), List.of()))
            .toList();
    return new HtmlBody(
        bodies.stream().flatMap(body -> body.paragraphs().stream()).toList(),
        bodies.stream().flatMap(body -> body.captions().stream()).toList());
  }

  private static boolean mayHaveCaption(String html) {
    return html.contains("<figcaption") || html.contains("wp-caption-text");
  }

  /**
   * Reads a piece of HTML.
   *
   * @param leftOut selects the elements that are no text, such as buttons
   */
  public static HtmlBody of(String html, String leftOut) {
    Document page = Jsoup.parseBodyFragment(html);
    page.outputSettings().prettyPrint(false);
    Element body = page.body();
    if (!leftOut.isEmpty()) {
      body.select(leftOut).remove();
    }
    List<Element> found = body.select(CAPTION);
    List<String> captions =
        found.stream().map(Element::text).map(CleanText::line).filter(c -> !c.isEmpty()).toList();
    found.forEach(Element::remove);
    String rest = body.html();
    List<String> paragraphs =
        rest.isBlank() ? List.of() : Markup.paragraphs("<div>" + rest + "</div>");
    return new HtmlBody(paragraphs, captions.stream().distinct().toList());
  }
}
