package broadsheet.corpus.page;

import broadsheet.corpus.text.PageTitle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * Removes parts of a page that are certainly not its article: menus, forms, captions, and boxes
 * identified by class or id, such as share buttons, related links and newsletters. A box with much
 * of the page's text is kept whatever its name, unless the body is known and the box is outside it.
 */
final class PageCleaning {
  /**
   * A box with a larger share of the page's text is kept, even if its name marks it for removal.
   */
  private static final double MUCH = 0.3;

  static final int MOST_HEADLINES = 20;
  private static final int SHORTEST_BODY = 250;

  private static final Evaluator NEVER_TEXT =
      QueryParser.parse(
          "script, style, noscript, template, iframe, object, embed, svg, canvas, audio, video,"
              + " map, button, input, select, textarea, datalist, dialog, menu");

  private static final Evaluator RARELY_TEXT =
      QueryParser.parse(
          "nav, aside, footer, figcaption, form,"
              + " [role=navigation], [role=complementary], [role=contentinfo], [role=search],"
              + " [role=dialog], [role=alert], [role=menu], [role=toolbar]");

  /** Names of boxes, in words joined by hyphens. */
  private static final ElementNamePattern BOX =
      ElementNamePattern.of(
          "-(?:share|sharing|newsletters?|related[a-z]*|recommend(?:ed|ations?)|trending"
              + "|most-?(?:read|popular|viewed|shared|commented)|promo(?:s|tion|tions)?|ads?|cookies?"
              + "|consent|comments?|breadcrumbs?|pagination|captions?|credits?|byline|timestamp|tags"
              + "|(?:author|writer)-?(?:bio|box|info|card|profile)|(?:post|entry|article)-(?:meta|footer)"
              + "|visually-?hidden|sidebar|nav(?:bar|igation)?|menu|footer|rollover|popover)-");

  private PageCleaning() {}

  /**
   * Removes the boxes from the page itself.
   *
   * @param host the host of the page; may be empty
   * @param title the headline of its article
   * @return the captions of the article's pictures
   */
  static List<String> clean(Document page, String host, String title) {
    TextWeights raw = TextWeights.of(page.body());
    UnnamedBoxes unnamed = new UnnamedBoxes(page.body(), raw, host, title);
    Set<Element> pictures = unnamed.pictures();
    List<Element> boxes = new ArrayList<>(unnamed.teasersAndCalls());
    new OtherArticles(page, raw).boxes(title).forEach(Element::remove);
    page.select(NEVER_TEXT).remove();
    Copies.removeHidden(page, MUCH);
    TextWeights weights = TextWeights.of(page.body());
    double much = MUCH * weights.weight(page.body());
    List<Element> bodies = bodies(page, weights);
    Set<Element> kept = aroundTheText(page, bodies);
    Predicate<Element> isRemoved =
        box -> !kept.contains(box) && (weights.weight(box) <= much || isOutside(box, bodies));
    boxes.addAll(page.body().select(Copies.HIDDEN));
    boxes.addAll(page.body().select(RARELY_TEXT));
    page.body().getAllElements().stream().filter(PageCleaning::isNamedBox).forEach(boxes::add);
    List<Element> captions = boxes.stream().filter(Captions::isCaption).filter(isRemoved).toList();
    boxes.removeAll(new HashSet<>(captions));
    boxes.stream().filter(isRemoved).forEach(Element::remove);
    List<String> texts = Captions.texts(captions, article(page, bodies));
    captions.forEach(Element::remove);
    pictures.stream().filter(isRemoved).forEach(Element::remove);
    return texts;
  }

  /** The element around the body and the headline; the page if the body is not known. */
  private static Element article(Document page, List<Element> bodies) {
    Element headline = page.body().selectFirst("h1");
    Stream<Element> inside = Stream.concat(bodies.stream(), Stream.ofNullable(headline));
    return inside
        .map(element -> Stream.concat(Stream.of(element), element.parents().stream()).toList())
        .reduce((a, b) -> a.stream().filter(new HashSet<>(b)::contains).toList())
        .filter(around -> !bodies.isEmpty() && !around.isEmpty())
        .map(List::getFirst)
        .orElse(page.body());
  }

  /**
   * The element marked or named as the body, if it has more text than a teaser, with those of its
   * kind that are not in it; none if there is no such element.
   */
  private static List<Element> bodies(Document page, TextWeights weights) {
    List<Element> named = page.body().getAllElements().stream().filter(MainText::isBody).toList();
    return named.stream()
        .max(Comparator.comparingInt(weights::weight))
        .filter(body -> weights.weight(body) >= SHORTEST_BODY)
        .map(body -> named.stream().filter(e -> MainText.isLike(e, body)).toList())
        .orElse(List.of());
  }

  private static boolean isOutside(Element box, List<Element> bodies) {
    return !bodies.isEmpty() && Collections.disjoint(box.parents(), bodies);
  }

  /** The headline, the body, and all elements around them. */
  private static Set<Element> aroundTheText(Document page, List<Element> bodies) {
    Set<Element> around = new HashSet<>();
    Stream.concat(page.body().select("h1").stream().limit(MOST_HEADLINES), bodies.stream())
        .forEach(
            element -> {
              around.add(element);
              around.addAll(element.parents());
            });
    return around;
  }

  private static boolean isNamedBox(Element element) {
    return !element.nameIs("body") && BOX.isIn(element);
  }

  /**
   * Finds whole articles that a page appends to its own for readers who scroll on: boxes with a
   * first-level heading and text of their own.
   */
  private static final class OtherArticles {
    private static final int SHORTEST_TEXT = 250;

    private final List<Element> headlines;
    private final TextWeights weights;

    OtherArticles(Document page, TextWeights weights) {
      this.headlines = page.body().select("h1").stream().limit(MOST_HEADLINES).toList();
      this.weights = weights;
    }

    /**
     * The boxes of the other articles.
     *
     * @param title the headline of the page's own article
     * @return empty if the page does not print that headline
     */
    Set<Element> boxes(String title) {
      Set<Element> boxes = new HashSet<>();
      Optional<Element> own = headlines.stream().filter(h -> isTitle(h, title)).findFirst();
      own.ifPresent(
          headline ->
              headlines.stream()
                  .filter(other -> !isTitle(other, title))
                  .map(other -> around(other, headline.parents()))
                  .filter(box -> isWhole(box) && isWhole(around(headline, box.parents())))
                  .forEach(boxes::add));
      return boxes;
    }

    private static boolean isTitle(Element headline, String title) {
      return PageTitle.folded(headline.text()).equals(PageTitle.folded(title));
    }

    /** The largest element around a headline that is not itself one of the others. */
    private static Element around(Element headline, List<Element> others) {
      Set<Element> apart = new HashSet<>(others);
      Element box = headline;
      Element outer = headline.parent();
      while (outer != null && !apart.contains(outer)) {
        box = outer;
        outer = outer.parent();
      }
      return box;
    }

    private boolean isWhole(Element box) {
      return weights.weight(box) >= SHORTEST_TEXT
          && box.stream().anyMatch(e -> e.nameIs("article") || MainText.isBody(e));
    }
  }
}
