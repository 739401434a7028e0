package broadsheet.corpus.plain;

import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Entities;
import broadsheet.corpus.text.HtmlBody;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * The plain paragraphs of Markdown, including tables and HTML in it. Links and emphasis keep their
 * words; a lone picture leaves nothing. Works without recursion, so no nesting is too deep. Not
 * thread-safe.
 */
final class MarkdownText {
  private static final int DEEPEST = 100;

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .maxOpenBlockParsers(DEEPEST)
          .maxInlineNesting(DEEPEST)
          .build();

  /** Such as {@code <!--more-->}. */
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");

  private static final Pattern ATTRIBUTES = Pattern.compile("\\s*\\{[:#.][^{}]*\\}$");
  private static final String CELL_END = " | ";

  private final List<String> paragraphs = new ArrayList<>();
  private final List<String> captions = new ArrayList<>();
  private final StringBuilder paragraph = new StringBuilder();
  private String heading = "";
  private int headingAt = -1;

  private MarkdownText() {}

  static MarkdownText of(String markdown) {
    MarkdownText text = new MarkdownText();
    MarkdownSource source = MarkdownSource.of(markdown);
    text.captions.addAll(source.captions());
    text.walk(PARSER.parse(source.text()));
    return text;
  }

  /**
   * The text's own heading: the first first-level heading, or one at its beginning; otherwise
   * empty.
   */
  String heading() {
    return heading;
  }

  /**
   * The paragraphs, including subheadings.
   *
   * @param title the article's title, which is dropped if it heads the text as well
   */
  List<String> paragraphs(String title) {
    List<String> rest = new ArrayList<>(paragraphs);
    if (headingAt >= 0 && heading.equalsIgnoreCase(title)) {
      rest.remove(headingAt);
    }
    return List.copyOf(rest);
  }

  /** The captions of pictures. */
  List<String> captions() {
    return captions;
  }

  private void walk(Node root) {
    Node node = root;
    while (node != null) {
      enter(node);
      Node next = node instanceof Image && isAlone(node) ? null : node.getFirstChild();
      while (next == null && node != null) {
        leave(node);
        next = node.getNext();
        node = next == null ? node.getParent() : node;
      }
      node = next;
    }
  }

  private static boolean isAlone(Node image) {
    return image.getNext() == null
        && image.getPrevious() == null
        && image.getParent() instanceof Paragraph;
  }

  private void enter(Node node) {
    switch (node) {
      case Text text -> paragraph.append(text.getLiteral());
      case Code code -> paragraph.append(code.getLiteral());
      case SoftLineBreak lineBreak -> paragraph.append(' ');
      case HardLineBreak lineBreak -> paragraph.append(' ');
      case FencedCodeBlock block -> block(block.getLiteral());
      case IndentedCodeBlock block -> block(block.getLiteral());
      case HtmlBlock block -> html(block.getLiteral());
      default -> {}
    }
  }

  private void leave(Node node) {
    switch (node) {
      case TableCell cell -> paragraph.append(cell.getNext() == null ? "" : CELL_END);
      case TableRow row -> flush();
      case Paragraph end -> flush();
      case Heading head -> heading(head);
      default -> {}
    }
  }

  private void heading(Heading head) {
    String text = ATTRIBUTES.matcher(CleanText.line(paragraph.toString())).replaceFirst("");
    paragraph.setLength(0);
    if (text.isEmpty()) {
      return;
    }
    if (heading.isEmpty() && (head.getLevel() == 1 || paragraphs.isEmpty())) {
      heading = text;
      headingAt = paragraphs.size();
    }
    paragraphs.add(text);
  }

  private void html(String literal) {
    HtmlBody body = HtmlBody.of(List.of(COMMENT.matcher(literal).replaceAll("")));
    paragraphs.addAll(body.paragraphs());
    captions.addAll(body.captions());
  }

  private void block(String literal) {
    paragraph.append(literal);
    flush();
  }

  private void flush() {
    paragraphs.addAll(CleanText.lines(List.of(Entities.resolved(paragraph.toString()))));
    paragraph.setLength(0);
  }
}
