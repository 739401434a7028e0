package broadsheet.corpus.page;

import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Markup;
import broadsheet.corpus.text.Paragraphs;
import broadsheet.corpus.text.RunningHead;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Cuts the content of an element into blocks, in order. Reads one element. Use once. */
public final class BlockReader implements NodeVisitor {
  private static final String ITEM = "li";
  private static final Pattern HEADING = Pattern.compile("h[1-6]");
  private static final int FEWEST_LINES = 5;

  /** Number of elements around a block that make up its place. */
  private static final int PLACE = 3;

  /** A line this long was not wrapped. */
  private static final int WIDE = 200;

  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final Deque<Element> open = new ArrayDeque<>();
  private final String host;
  private int linkLength;
  private int ownLinkLength;
  private int links;
  private int ownLinks;
  private int items;
  private int preformatted;
  private int code;

  private BlockReader(String host) {
    this.host = host;
  }

  /**
   * The blocks of an element. If paragraphs are separated only by line breaks, these end a block.
   *
   * @param host the host of the page, to distinguish internal links from external ones; may be
   *     empty
   */
  public static List<Block> blocks(Element root, String host) {
    BlockReader reader = new BlockReader(host);
    root.traverse(reader);
    reader.end();
    return reader.blocks;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      append(words.getWholeText());
    } else if (node instanceof Element e) {
      if (isBorder(e)) {
        end();
        open.push(e);
      }
      count(e, 1);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element e) {
      if (isBorder(e)) {
        end();
        open.pop();
      } else if (isCell(e)) {
        text.append(' ');
      }
      count(e, -1);
    }
  }

  private void count(Element e, int step) {
    switch (e.normalName()) {
      case "a" -> {
        links += step;
        ownLinks += isOwn(e) ? step : 0;
      }
      case ITEM -> items += step;
      case "pre" -> {
        preformatted += step;
        code += Markup.isCode(e) ? step : 0;
      }
      default -> {}
    }
  }

  private void append(String words) {
    text.append(words);
    int length = links > 0 ? CleanText.line(words).length() : 0;
    linkLength += length;
    ownLinkLength += ownLinks > 0 ? length : 0;
  }

  private void end() {
    for (String line : paragraphs(text.toString())) {
      blocks.add(new Block(line, element(), place(), linkLength, ownLinkLength));
    }
    text.setLength(0);
    linkLength = 0;
    ownLinkLength = 0;
  }

  private List<String> paragraphs(String raw) {
    List<String> lines = Markup.lines(raw);
    if (code > 0) {
      return CleanText.lines(lines);
    }
    return preformatted > 0 || isPlainText(lines)
        ? Paragraphs.of(RunningHead.without(lines))
        : CleanText.lines(List.of(raw));
  }

  /**
   * Whether it is text without markup and with one paragraph per line, rather than a paragraph over
   * several lines.
   */
  private static boolean isPlainText(List<String> lines) {
    int longest = lines.stream().mapToInt(String::length).max().orElse(0);
    long sentences = lines.stream().filter(l -> Paragraphs.endsSentence(l.strip())).count();
    long filled = lines.stream().filter(l -> !l.isBlank()).count();
    return filled >= FEWEST_LINES && longest >= WIDE && sentences * 2 >= filled;
  }

  private String element() {
    if (items > 0) {
      return ITEM;
    }
    return heading().or(() -> open.stream().findFirst()).map(Element::normalName).orElse("");
  }

  /** The heading that the text is in, which may contain other elements. */
  private Optional<Element> heading() {
    return open.stream().filter(e -> HEADING.matcher(e.normalName()).matches()).findFirst();
  }

  private String place() {
    StringBuilder place = new StringBuilder();
    open.stream()
        .filter(e -> !e.normalName().equals("br"))
        .limit(PLACE)
        .forEach(e -> place.append(e.normalName()).append('.').append(e.className()).append(' '));
    return place.toString();
  }

  /** A heading's link to a place on its own page is not a link to another article. */
  private boolean isOwn(Element link) {
    String href = link.attr("href").strip();
    boolean isPlace = href.isEmpty() || href.startsWith("#");
    return isPlace ? heading().isEmpty() : PageAddress.isOwn(href, host);
  }

  /** Whether text before and after it belongs to different blocks. */
  private static boolean isBorder(Element e) {
    return e.normalName().equals("br") || (e.isBlock() && !isCell(e));
  }

  /** The cells of a table row form one line, unless they contain blocks. */
  private static boolean isCell(Element e) {
    return e.normalName().equals("td") || e.normalName().equals("th");
  }
}
