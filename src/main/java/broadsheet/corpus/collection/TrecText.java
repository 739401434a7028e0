package broadsheet.corpus.collection;

import broadsheet.corpus.text.Entities;
import broadsheet.corpus.text.Markup;
import broadsheet.corpus.text.Paragraphs;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The paragraphs of a part of a TREC document, whose lines are hard-wrapped. */
final class TrecText {
  private static final Set<String> INLINE = Set.of("f", "b", "i", "em", "strong", "a", "font");

  /** A longer line was not wrapped to a column width. */
  private static final int WIDEST = 120;

  private TrecText() {}

  /**
   * Paragraphs end at tags, blank lines and indents; if lines are long, each line is a paragraph.
   */
  static List<String> paragraphs(Element part) {
    List<String> lines = Markup.lines(Entities.resolved(text(part)));
    boolean isWrapped = lines.stream().allMatch(line -> line.stripTrailing().length() <= WIDEST);
    return isWrapped
        ? Paragraphs.joined(lines, Paragraphs.smallestIndent(lines))
        : Paragraphs.of(lines);
  }

  private static String text(Element part) {
    StringBuilder text = new StringBuilder();
    part.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
              text.append(words.getWholeText());
            } else {
              endParagraph(node);
            }
          }

          @Override
          public void tail(Node node, int depth) {
            endParagraph(node);
          }

          private void endParagraph(Node node) {
            if (node instanceof Element element
                && !INLINE.contains(element.tagName().toLowerCase(Locale.ROOT))) {
              text.append("\n\n");
            }
          }
        });
    return text.toString();
  }
}
