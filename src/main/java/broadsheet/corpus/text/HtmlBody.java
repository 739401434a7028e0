package broadsheet.corpus.text;

import java.util.List;
import org.jsoup.Jsoup;
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

  /**
   * Reads a piece of HTML.
   *
   * @param leftOut selects the elements that are no text, such as buttons
   */
  public static HtmlBody of(String html, String leftOut) {
    return of(Jsoup.parseBodyFragment(html).body(), leftOut);
  }

  /** The same, of an element, which is changed. */
  public static HtmlBody of(Element body, String leftOut) {
    body.select(leftOut).remove();
    List<Element> found = body.select(CAPTION);
    List<String> captions =
        found.stream().map(Element::text).map(CleanText::line).filter(c -> !c.isEmpty()).toList();
    found.forEach(Element::remove);
    return new HtmlBody(Markup.paragraphs(body.outerHtml()), captions.stream().distinct().toList());
  }
}
