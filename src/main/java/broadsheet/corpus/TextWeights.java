package broadsheet.corpus;

import java.util.IdentityHashMap;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** How many characters of text, outside links, each element of a page holds. */
final class TextWeights {
  private final IdentityHashMap<Element, Integer> weights = new IdentityHashMap<>();

  private TextWeights() {}

  /** Weighs an element and all in it, in one pass. */
  static TextWeights of(Element root) {
    TextWeights weights = new TextWeights();
    root.traverse(weights.new Weighing());
    return weights;
  }

  /** 0 for an element without text, or that was not there. */
  int weight(Element element) {
    return weights.getOrDefault(element, 0);
  }

  /** Adds up text from the leaves to the root. */
  private final class Weighing implements NodeVisitor {
    private int links;

    @Override
    public void head(Node node, int depth) {
      if (isLink(node)) {
        links++;
      } else if (links == 0 && node instanceof TextNode words && !words.isBlank()) {
        add(words.parent(), words.getWholeText().strip().length());
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (isLink(node)) {
        links--;
      }
      if (depth > 0 && node instanceof Element element) {
        add(element.parent(), weight(element));
      }
    }

    private void add(@Nullable Node parent, int length) {
      if (parent instanceof Element element) {
        weights.merge(element, length, Integer::sum);
      }
    }

    private static boolean isLink(Node node) {
      return node.nameIs("a");
    }
  }
}
