package broadsheet.help.build;

import broadsheet.address.SearchParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The HTML of a page: headings with anchors, a list of the sections before the first of them,
 * tables and code that scroll by themselves, and examples of queries that search the archive.
 */
final class PageHtml extends AbstractVisitor {
  static final List<Extension> TABLES = List.of(TablesExtension.create());

  /** The heading of a column with queries. */
  private static final String EXAMPLES = "example";

  private static final int FEWEST_SECTIONS = 3;
  private static final int SECTION = 2;

  private final Map<Heading, String> anchors;
  private final List<Heading> sections = new ArrayList<>();
  private String heading = "";
  private boolean isOfExamples;

  private PageHtml(Map<Heading, String> anchors) {
    this.anchors = anchors;
  }

  static String of(Node page, Map<Heading, String> anchors) {
    PageHtml html = new PageHtml(anchors);
    page.accept(html);
    html.addContents();
    return HtmlRenderer.builder()
        .extensions(TABLES)
        .attributeProviderFactory(
            context ->
                (node, tag, attributes) -> {
                  if (tag.equals("th")) {
                    attributes.put("scope", "col");
                  } else if (node instanceof Heading each) {
                    attributes.put("id", anchors.get(each));
                  } else if (tag.equals("pre")) {
                    attributes.put("class", "scroll");
                    attributes.put("tabindex", "0");
                  }
                })
        .build()
        .render(page)
        .replace("<th scope=\"col\"></th>", "<td></td>"); // nothing is no heading
  }

  @Override
  public void visit(Heading each) {
    heading = MarkdownPage.text(each);
    if (each.getLevel() == SECTION) {
      sections.add(each);
    }
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock) {
      isOfExamples = false;
      block.insertBefore(
          html(
              "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table: %s\">"
                  .formatted(escaped(heading))));
      block.insertAfter(html("</div>"));
    }
    visitChildren(block);
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof TableCell cell && cell.getNext() == null) {
      isOfExamples |= cell.isHeader() && MarkdownPage.text(cell).equals(EXAMPLES);
      if (isOfExamples && !cell.isHeader()) {
        linkExamples(cell);
      }
    }
    visitChildren(node);
  }

  private static void linkExamples(TableCell cell) {
    for (Node node = cell.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Code code) {
        String query = code.getLiteral();
        Link link =
            new Link(
                SearchParameters.none().withText(query).toQueryString().after("/search"), null);
        code.insertBefore(link);
        link.appendChild(code);
        node = link;
      }
    }
  }

  /** Draws a chart as the list of its arrows, in which every name is said. */
  @Override
  public void visit(FencedCodeBlock block) {
    if (block.getInfo().equals("mermaid")) {
      StringBuilder list = new StringBuilder("<ol class=\"chart\">");
      Flowchart.arrows(block.getLiteral())
          .forEach(arrow -> list.append("<li>").append(escaped(arrow)).append("</li>"));
      block.insertBefore(html(list.append("</ol>").toString()));
      block.unlink();
    }
  }

  private void addContents() {
    if (sections.size() < FEWEST_SECTIONS) {
      return;
    }
    StringBuilder list =
        new StringBuilder("<nav class=\"contents\" aria-label=\"On this page\"><ul>");
    anchors.forEach(
        (section, anchor) -> {
          if (section.getLevel() == SECTION) {
            list.append("<li><a href=\"#").append(escaped(anchor)).append("\">");
            list.append(escaped(MarkdownPage.text(section))).append("</a></li>");
          }
        });
    sections.getFirst().insertBefore(html(list.append("</ul></nav>").toString()));
  }

  private static HtmlBlock html(String literal) {
    HtmlBlock block = new HtmlBlock();
    block.setLiteral(literal);
    return block;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
