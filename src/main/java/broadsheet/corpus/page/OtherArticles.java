package broadsheet.corpus.page;

import broadsheet.corpus.text.PageTitle;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds whole articles that a page appends to its own for readers who scroll on: boxes with a
 * first-level heading and text of their own.
 */
final class OtherArticles {
  private static final int MOST_HEADLINES = 20;
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
