package broadsheet.corpus.page;

import broadsheet.corpus.text.PageTitle;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * Finds small boxes by their content, regardless of their names: pictures with captions, teasers of
 * other articles, and calls to click, choose or type. Runs before anything is removed from the
 * page.
 */
final class UnnamedBoxes {
  private static final Evaluator PICTURE = QueryParser.parse("img, picture, video, audio, iframe");
  private static final Evaluator HEADING = QueryParser.parse("h2, h3, h4, h5, h6");

  private static final Evaluator CONTROL =
      QueryParser.parse(
          "button, select, textarea, input:not([type=hidden]), a[class~=(?i)\\b(?:btn|button)\\b]");

  private static final Evaluator OF_THE_TEXT =
      QueryParser.parse("table, blockquote, pre, h1, h2, h3, h4, h5, h6, li");

  private static final int LONGEST_CAPTION = 250;
  private static final int LONGEST_TEASER = 300;
  private static final int LONGEST_CALL = 500;
  private static final int LONGEST_CALL_PARAGRAPH = 200;
  private static final double NEARLY_ALL = 0.85;

  /** The most levels up from a picture, heading or button at which its box is looked for. */
  private static final int MOST_LEVELS = 12;

  private final Element body;
  private final String host;
  private final TextWeights weights;
  private final String title;

  /**
   * @param weights the weights of the page's body
   * @param host the host of the page; may be empty
   * @param title the headline of the page's own article, which may link to itself
   */
  UnnamedBoxes(Element body, TextWeights weights, String host, String title) {
    this.body = body;
    this.weights = weights;
    this.host = host;
    this.title = PageTitle.folded(title);
  }

  /** The pictures with their captions; one may be inside another. */
  Set<Element> pictures() {
    Set<Element> pictures = boxes(PICTURE, picture -> around(picture, LONGEST_CAPTION));
    pictures.removeIf(box -> box.selectFirst(OF_THE_TEXT) != null);
    return pictures;
  }

  /** The other such boxes. */
  Set<Element> teasersAndCalls() {
    Set<Element> others = boxes(HEADING, this::teaser);
    boxes(CONTROL, control -> around(control, LONGEST_CALL)).stream()
        .filter(this::isCall)
        .forEach(others::add);
    return others;
  }

  private Set<Element> boxes(Evaluator inner, Function<Element, Optional<Element>> around) {
    return body.select(inner).stream()
        .flatMap(element -> around.apply(element).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Optional<Element> teaser(Element heading) {
    return isLinkToOwnSite(heading) && !PageTitle.folded(heading.text()).equals(title)
        ? around(heading, weights.length(heading) + LONGEST_TEASER)
        : Optional.empty();
  }

  private boolean isCall(Element box) {
    return box.select("p").stream().noneMatch(p -> weights.weight(p) > LONGEST_CALL_PARAGRAPH);
  }

  private boolean isLinkToOwnSite(Element heading) {
    Element inside = heading.selectFirst("a[href]");
    boolean isLink =
        inside != null && weights.length(inside) >= NEARLY_ALL * weights.length(heading);
    Element link = isLink ? inside : heading.closest("a[href]");
    return link != null && PageAddress.isOwn(link.attr("href"), host);
  }

  /** The largest box around an element with no more text than this, if there is one. */
  private Optional<Element> around(Element inner, int longest) {
    Element box = null;
    @Nullable Element outer = inner.parent();
    for (int i = 0; i < MOST_LEVELS && outer != null && canBeIn(outer, longest); i++) {
      box = outer.isBlock() ? outer : box;
      outer = outer.parent();
    }
    return Optional.ofNullable(box).filter(b -> weights.length(b) > 0);
  }

  private boolean canBeIn(Element outer, int longest) {
    return weights.length(outer) <= longest
        && switch (outer.normalName()) {
          case "body", "main", "p", "li", "td", "th", "blockquote" -> false;
          case "h1", "h2", "h3", "h4", "h5", "h6" -> false;
          default -> true;
        };
  }
}
