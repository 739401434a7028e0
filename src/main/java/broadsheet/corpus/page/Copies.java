package broadsheet.corpus.page;

import broadsheet.corpus.text.PageTitle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * Finds what a page has twice, for instance once for wide screens and once for narrow ones, or in
 * short above a hidden text.
 */
final class Copies {
  /** Elements that are not shown until a script shows them. */
  static final Evaluator HIDDEN =
      QueryParser.parse("[hidden], .hidden:not([class*=:]), [style~=(?i)display:\\s*none]");

  /** A text is in another if it has this share of its samples. */
  private static final double MOSTLY = 0.7;

  /** A body has a copy if this share of its running text is repeated. */
  private static final double DOUBLED = 0.4;

  /** Shorter blocks, such as names, may be repeated for other reasons. */
  private static final int SHORTEST = 40;

  private Copies() {}

  /**
   * Removes hidden elements whose text the page shows; of one that has more, what the page shows of
   * it.
   *
   * @param share the share of the page's text that an element has which is compared
   */
  static void removeHidden(Document page, double share) {
    List<Element> hiddenElements = page.body().select(HIDDEN);
    if (hiddenElements.isEmpty()) {
      return;
    }
    TextWeights weights = TextWeights.of(page.body());
    double least = share * weights.weight(page.body());
    for (Element hidden : hiddenElements) {
      if (weights.weight(hidden) > least && hidden.parent() != null) {
        TextNode place = new TextNode("");
        hidden.replaceWith(place);
        if (PageShingles.of(page.body().text()).share(PageTitle.folded(hidden.text())) < MOSTLY) {
          removeShown(page.body(), PageShingles.of(hidden.text()));
          place.replaceWith(hidden);
        }
      }
    }
  }

  private static void removeShown(Element shown, PageShingles hidden) {
    for (Element paragraph : shown.select("p, li, blockquote, h2, h3, h4")) {
      String text = PageTitle.folded(paragraph.text());
      if (text.length() >= SHORTEST && hidden.share(text) >= MOSTLY) {
        paragraph.remove();
      }
    }
  }

  /** The blocks of a body without those from its first block to its last that are a copy of it. */
  static List<Block> without(List<Block> blocks) {
    int[] prose = IntStream.range(0, blocks.size()).filter(i -> blocks.get(i).isProse()).toArray();
    double doubled = DOUBLED * MainText.prose(blocks);
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < prose.length; i++) {
      Integer original = first.putIfAbsent(blocks.get(prose[i]).text(), i);
      int end = original == null ? i : i + repeated(blocks, prose, original, i);
      int last = end > i ? prose[end - 1] + 1 : prose[i];
      if (MainText.prose(blocks.subList(prose[i], last)) >= doubled) {
        List<Block> rest = new ArrayList<>(blocks.subList(0, prose[i]));
        rest.addAll(blocks.subList(last, blocks.size()));
        return rest;
      }
    }
    return blocks;
  }

  /**
   * The number of blocks of running text that are the same from two of their positions on, up to
   * the second of these: what is repeated several times over is not a body and its copy.
   */
  private static int repeated(List<Block> blocks, int[] prose, int original, int copy) {
    int length = 0;
    while (copy + length < prose.length
        && original + length < copy
        && blocks
            .get(prose[original + length])
            .text()
            .equals(blocks.get(prose[copy + length]).text())) {
      length++;
    }
    return length;
  }
}
