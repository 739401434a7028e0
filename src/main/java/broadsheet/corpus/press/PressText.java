package broadsheet.corpus.press;

import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The text of an export, independent of the file's format. Immutable.
 *
 * @param blocks paragraphs and labelled lines in order, none blank; line breaks in them are kept
 * @param isWrapped whether lines are broken for width, so that only a blank line ends a paragraph
 */
public record PressText(List<String> blocks, boolean isWrapped) {
  private static final Set<String> NOT_TEXT = Set.of("script", "style", "head");

  private static final Pattern RULE = Pattern.compile("\\s*([_=*-])\\1{19,}\\s*");

  public PressText {
    blocks = blocks.stream().map(String::strip).filter(block -> !block.isEmpty()).toList();
  }

  /** Plain text, whose blocks blank lines and rules separate. */
  static PressText ofPlain(String text) {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    for (String line : Markup.lines(text)) {
      boolean isRule = RULE.matcher(line).matches();
      if (line.isBlank() || isRule) {
        blocks.add(block.toString());
        blocks.add(isRule ? line : "");
        block.setLength(0);
      } else {
        block.append(line.stripTrailing()).append('\n');
      }
    }
    blocks.add(block.toString());
    return new PressText(blocks, true);
  }

  /** The block elements of a page. */
  static PressText ofHtml(Element root) {
    HtmlBlocks blocks = new HtmlBlocks();
    root.traverse(blocks);
    blocks.end();
    return new PressText(blocks.blocks, false);
  }

  /** The lines of all blocks, with a blank line between two blocks if the text is wrapped. */
  List<String> lines() {
    return lines(blocks);
  }

  /** The lines of some blocks of this text; see {@link #lines()}. */
  List<String> lines(List<String> some) {
    List<String> lines = new ArrayList<>();
    for (String block : some) {
      lines.addAll(Markup.lines(block));
      if (isWrapped) {
        lines.add("");
      }
    }
    return lines;
  }

  /** Some blocks of this text. */
  PressText part(int from, int to) {
    return new PressText(blocks.subList(from, to), isWrapped);
  }

  /** Cuts a page at its block elements. */
  private static final class HtmlBlocks implements NodeVisitor {
    private final List<String> blocks = new ArrayList<>();
    private final StringBuilder block = new StringBuilder();

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text && !isHidden(node)) {
        String words = text.getWholeText().replace('\n', ' ').replace('\r', ' ');
        block.append(words);
      } else if (node instanceof Element element) {
        border(element);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element && !element.normalName().equals("br")) {
        border(element);
      }
    }

    private void border(Element element) {
      if (element.normalName().equals("br")) {
        block.append('\n');
      } else if (element.isBlock()) {
        end();
      }
    }

    private static boolean isHidden(Node node) {
      return node.parent() instanceof Element parent && NOT_TEXT.contains(parent.normalName());
    }

    void end() {
      List<String> lines = CleanText.lines(Markup.lines(block.toString()));
      blocks.add(String.join("\n", lines));
      block.setLength(0);
    }
  }
}
