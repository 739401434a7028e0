package broadsheet.help.build;

import broadsheet.help.build.HelpLinks.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** A Markdown file of the documentation, whose links {@link #link} points into the help. */
final class MarkdownPage {
  private static final Parser PARSER = Parser.builder().extensions(PageHtml.TABLES).build();

  private final Path file;
  private final Node root;
  private final Map<Heading, String> anchors = new LinkedHashMap<>();

  private MarkdownPage(Path file, Node root) {
    this.file = file;
    this.root = root;
  }

  /**
   * Reads a file.
   *
   * @param wrong takes what is wrong with it
   */
  static MarkdownPage read(Path file, String markdown, List<String> wrong) {
    MarkdownPage page = new MarkdownPage(file, PARSER.parse(markdown));
    page.root.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            page.addAnchor(heading);
          }

          @Override
          public void visit(HtmlBlock html) {
            wrong.add(file + " has HTML: " + html.getLiteral());
          }

          @Override
          public void visit(HtmlInline html) {
            wrong.add(file + " has HTML: " + html.getLiteral());
          }
        });
    if (page.anchors.isEmpty()) {
      wrong.add(file + " has no heading");
    }
    return page;
  }

  /** The anchor that code hosts make of a heading; a second one of the same text gets a number. */
  private void addAnchor(Heading heading) {
    String anchor =
        text(heading)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}\\- _]", "")
            .replace(' ', '-');
    String unique = anchor;
    for (int i = 1; anchors.containsValue(unique); i++) {
      unique = anchor + "-" + i;
    }
    anchors.put(heading, unique);
  }

  /** The words of a heading or cell. */
  static String text(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(Code part) {
            text.append(part.getLiteral());
          }
        });
    return text.toString();
  }

  boolean hasAnchor(String anchor) {
    return anchors.containsValue(anchor);
  }

  /** The first heading. */
  String title() {
    return text(anchors.keySet().iterator().next());
  }

  /**
   * Points all links into the help.
   *
   * @param wrong takes those that lead nowhere
   * @return the files they lead to
   */
  List<Path> link(HelpLinks links, List<String> wrong) {
    List<Path> linked = new ArrayList<>();
    root.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            link.setDestination(pointed(link.getDestination()));
            visitChildren(link);
          }

          @Override
          public void visit(Image image) {
            image.setDestination(pointed(image.getDestination()));
          }

          private String pointed(String destination) {
            Target target = links.target(file, destination).orElse(null);
            if (target == null) {
              return destination;
            }
            if (target.fault() != null) {
              wrong.add(file + " links to " + destination + ": " + target.fault());
            }
            linked.add(target.file());
            return target.address();
          }
        });
    return linked;
  }

  /** The page, with its first heading, its contents and its text. */
  String html() {
    return PageHtml.of(root, anchors);
  }
}
