package broadsheet.corpus;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Puts text that stands loose between blocks into paragraphs of its own, since what looks for
 * paragraphs would pass it over: the first paragraph of an article is often such text.
 */
final class LooseText {
  private static final int SHORTEST = 30;

  private LooseText() {}

  /** Changes the page itself. */
  static void wrap(Document page) {
    for (Element element : page.body().getAllElements()) {
      if (isBox(element) && isDivided(element)) {
        runs(element).forEach(LooseText::wrapRun);
        if (element.nameIs("p")) {
          element.tagName("div");
        }
      }
    }
  }

  /** Whether it can hold paragraphs; a table cannot, but its cells can. */
  private static boolean isBox(Element element) {
    return element.isBlock()
        && switch (element.normalName()) {
          case "table", "tbody", "thead", "tr", "ul", "ol", "pre" -> false;
          default -> true;
        };
  }

  /** Whether there are blocks in it, or two line breaks in a row. */
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

  /** The nodes between two blocks, or line breaks, each time. */
  private static List<List<Node>> runs(Element element) {
    List<List<Node>> runs = new ArrayList<>();
    List<Node> run = new ArrayList<>();
    for (Node child : element.childNodes()) {
      if (child instanceof Element e && (e.isBlock() || isBreak(e))) {
        runs.add(run);
        run = new ArrayList<>();
      } else {
        run.add(child);
      }
    }
    runs.add(run);
    return runs;
  }

  private static void wrapRun(List<Node> run) {
    int length = run.stream().mapToInt(LooseText::length).sum();
    if (length < SHORTEST) {
      return;
    }
    Element paragraph = new Element("p");
    run.getFirst().before(paragraph);
    paragraph.appendChildren(run);
  }

  private static int length(Node node) {
    return switch (node) {
      case TextNode text -> text.getWholeText().strip().length();
      case Element element when !element.nameIs("a") -> element.text().length();
      default -> 0;
    };
  }
}
