package broadsheet.corpus.page;

import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.PageTitle;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Reads the captions of a page's pictures, without the names of photographers and agencies. */
final class Captions {
  private static final ElementNamePattern CAPTION = ElementNamePattern.of("-captions?-");

  private static final ElementNamePattern CREDIT =
      ElementNamePattern.of(
          "-(?:credits?|copyright|source|photographer|photo-?by|author|byline|rights)-");

  private static final Pattern ONLY_CREDIT =
      Pattern.compile(
          "(?iu)(?:©|\\(c\\)|via\\b|(?:photos?|photograph|fotos?|images?|bild|crédit|credits?"
              + "|sources?|quelle)\\s*(?:[:/©]|(?:by|von|par|via)\\b)).{0,60}"
              + "|.{0,40}(?:\\S/|©).{0,40}");

  private static final Evaluator PICTURE = QueryParser.parse("img, picture, video");

  /** The most elements between a picture and an element around its caption. */
  private static final int BESIDE = 3;

  private static final int SHORTEST = 12;
  private static final int LONGEST = 1000;

  private Captions() {}

  static boolean isCaption(Element element) {
    return element.nameIs("figcaption")
        || (CAPTION.isIn(element)
            && element.parents().stream().limit(BESIDE).anyMatch(Captions::hasPicture));
  }

  private static boolean hasPicture(Element element) {
    return element.selectFirst(PICTURE) != null;
  }

  /**
   * The texts of the captions within an article in its order, each once.
   *
   * @param captions are changed; those removed from the page do not count
   */
  static List<String> texts(List<Element> captions, Element article) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Element caption : inOrder(captions, article)) {
      if (Collections.disjoint(caption.parents(), captions)) {
        caption.getAllElements().stream()
            .filter(part -> !part.equals(caption) && CREDIT.isIn(part))
            .toList()
            .forEach(Element::remove);
        String text = CleanText.line(caption.text());
        if (isText(text)) {
          texts.putIfAbsent(PageTitle.folded(text), text);
        }
      }
    }
    return List.copyOf(texts.values());
  }

  private static List<Element> inOrder(List<Element> captions, Element article) {
    Set<Element> all = new HashSet<>(captions);
    return article.getAllElements().stream().filter(all::contains).toList();
  }

  private static boolean isText(String text) {
    return text.length() >= SHORTEST
        && text.length() <= LONGEST
        && !ONLY_CREDIT.matcher(text).matches();
  }
}
