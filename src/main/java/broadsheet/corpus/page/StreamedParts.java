package broadsheet.corpus.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Moves the parts that a React server sends after a page to their places. Such a part is in a
 * hidden box below the page, and a script names its place: a template, with a text to show until
 * then. Source: React, {@code ReactFizzConfigDOM}, functions {@code $RC} and {@code $RS}.
 */
final class StreamedParts {
  private static final Pattern MOVE =
      Pattern.compile("\\$R[A-Z]\\(\"([BPS]:\\w+)\",\\s*\"([BPS]:\\w+)\"");

  private final Map<String, Element> places = new HashMap<>();

  private StreamedParts(Document page) {
    page.select("template[id], div[id^=S:]").forEach(e -> places.putIfAbsent(e.id(), e));
  }

  private static List<Element> parts(Document page) {
    return page.body().children().stream()
        .filter(e -> e.hasAttr("hidden") && e.id().startsWith("S:"))
        .toList();
  }

  /** Changes the page itself. A part without a place stays where it is, and is no longer hidden. */
  static void place(Document page) {
    List<Element> hidden = parts(page);
    if (hidden.isEmpty()) {
      return;
    }
    StreamedParts parts = new StreamedParts(page);
    page.select("script")
        .forEach(
            script ->
                MOVE.matcher(script.data())
                    .results()
                    .forEach(move -> parts.move(move.group(1), move.group(2))));
    hidden.forEach(part -> part.removeAttr("hidden"));
  }

  private void move(String first, String second) {
    boolean isPartFirst = first.startsWith("S");
    Element part = places.get(isPartFirst ? first : second);
    Element place = places.remove(isPartFirst ? second : first);
    if (part != null && place != null && place.parent() != null && !isIn(place, part)) {
      emptyFallback(place);
      place.replaceWith(part.removeAttr("hidden"));
    }
  }

  private static boolean isIn(Element inner, Element outer) {
    return inner.equals(outer) || inner.parents().contains(outer);
  }

  /** Empties what is shown until the part arrives: all up to the comment that ends it. */
  private static void emptyFallback(Element place) {
    int open = place.previousSibling() instanceof Comment ? 1 : 0;
    @Nullable Node node = place.nextSibling();
    while (node != null && open > 0) {
      switch (node) {
        case Comment comment -> open += step(comment.getData());
        case Element element when element.nameIs("template") -> open = 0;
        case Element element -> element.empty();
        case TextNode text -> text.text("");
        default -> {}
      }
      node = node.nextSibling();
    }
  }

  private static int step(String comment) {
    return comment.equals("/$") ? -1 : comment.startsWith("$") ? 1 : 0;
  }
}
