package broadsheet.corpus.text;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Puts loose text between blocks into paragraphs, since extraction looks only at paragraphs: the
 * first paragraph of an article is often loose text.
 */
public final class LooseText {
  private static final int SHORTEST = 30;

  private LooseText() {}

  /** Changes the page itself. */
  public static void wrap(Document page) {
    for (Element element : page.body().getAllElements()) {
      if (isBox(element) && isDivided(element)) {
        wrapIn(element);
        if (element.nameIs("p")) {
          element.tagName("div");
        }
      }
    }
  }

  /** Whether it can contain paragraphs; a table cannot, but its cells can. */
  private static boolean isBox(Element element) {
    return element.isBlock()
        && switch (element.normalName()) {
          case "table", "tbody", "thead", "tr", "ul", "ol", "pre" -> false;
          default -> true;
        };
  }

  /** Whether it contains blocks, or two consecutive line breaks. */
  private static boolean isDivided(Element element) {
    return element.children().stream()
        .anyMatch(child -> child.isBlock() || (isBreak(child) && isBreak(next(child))));
  }

  private static @Nullable Node next(Element element) {
    Node next = element.nextSibling();
    return next instanceof TextNode text && text.isBlank() ? next.nextSibling() : next;
  }

  private static boolean isBreak(@Nullable Node node) {
    return node instanceof Element element && element.nameIs("br");
  }

  /** Rebuilds the element, since moving many children one by one would be slow. */
  private static void wrapIn(Element element) {
    List<Node> children = List.copyOf(element.childNodes());
    element.empty();
    List<Node> run = new ArrayList<>();
    for (Node child : children) {
      if (child instanceof Element e && (e.isBlock() || isBreak(e))) {
        append(element, run);
        element.appendChild(child);
        run.clear();
      } else {
        run.add(child);
      }
    }
    append(element, run);
  }

  /**
   * Appends the nodes between two blocks or line breaks, as a paragraph if they are long enough.
   */
  private static void append(Element element, List<Node> run) {
    boolean isParagraph = run.stream().mapToInt(LooseText::length).sum() >= SHORTEST;
    Element parent = isParagraph ? element.appendElement("p") : element;
    run.forEach(parent::appendChild);
  }

  private static int length(Node node) {
    return switch (node) {
      case TextNode text -> text.getWholeText().strip().length();
      case Element element when !element.nameIs("a") -> element.text().length();
      default -> 0;
    };
  }
}
