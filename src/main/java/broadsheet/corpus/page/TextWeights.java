package broadsheet.corpus.page;

import java.util.IdentityHashMap;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** The number of characters of text in each element of a page. */
final class TextWeights {
  private final IdentityHashMap<Element, Integer> weights = new IdentityHashMap<>();
  private final IdentityHashMap<Element, Integer> lengths = new IdentityHashMap<>();

  private TextWeights() {}

  /** Weighs an element and everything in it, in one pass. */
  static TextWeights of(Element root) {
    TextWeights weights = new TextWeights();
    root.traverse(weights.new Weighing());
    return weights;
  }

  /** Characters outside links; 0 for an element that has no text or was not weighed. */
  int weight(Element element) {
    return weights.getOrDefault(element, 0);
  }

  /** Characters including links; 0 for an element that has no text or was not weighed. */
  int length(Element element) {
    return lengths.getOrDefault(element, 0);
  }

  /** Adds up text from the leaves to the root. */
  private final class Weighing implements NodeVisitor {
    private int links;

    @Override
    public void head(Node node, int depth) {
      if (isLink(node)) {
        links++;
      } else if (node instanceof TextNode words && !words.isBlank()) {
        int length = words.getWholeText().strip().length();
        add(words.parent(), links == 0 ? length : 0, length);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (isLink(node)) {
        links--;
      }
      if (depth > 0 && node instanceof Element element) {
        add(element.parent(), weight(element), length(element));
      }
    }

    private void add(@Nullable Node parent, int weight, int length) {
      if (parent instanceof Element element) {
        weights.merge(element, weight, Integer::sum);
        lengths.merge(element, length, Integer::sum);
      }
    }

    private static boolean isLink(Node node) {
      return node.nameIs("a");
    }
  }
}
