package broadsheet.corpus.xml;

import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Entities;
import broadsheet.corpus.text.Markup;
import broadsheet.corpus.text.Paragraphs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The paragraphs in a tree of NITF or XHTML, with any prefix. A table row is one paragraph; the
 * lines of a hard-wrapped text are joined, whether it uses line breaks or is preformatted.
 */
final class XmlBlocks {
  private static final Set<String> INLINE =
      names(
          "a abbr acronym alt-code b big chron cite city classifier code copyrite"
              + " copyrite.holder copyrite.year country em event font frac frac-num frac-den"
              + " frac-sep function i lang location mark money name.family name.given num"
              + " object.title org person postaddr pronounce q region s small span state"
              + " story.date strong sub sublocation sup time tt u virtloc");

  /** In these, unknown elements are inline; elsewhere they are blocks. */
  private static final Set<String> RUNNING_TEXT =
      names("p para hl1 hl2 h1 h2 h3 h4 h5 h6 li dt dd td th pre tagline");

  private static final Set<String> BLOCKS =
      names("div ul ol dl table tr block section blockquote bq hr");

  private static final Set<String> PREFORMATTED = Set.of("pre");
  private static final Set<String> CELLS = Set.of("td", "th");

  private static final Set<String> NOT_TEXT =
      names(
          "aside figure footer head header iframe media nav noscript note script style"
              + " template");

  /** Escaped tags, such as {@code <x>…</x>}. */
  private static final Pattern LEFT_OVER = Pattern.compile("<([A-Za-z]\\w*)>([^<>]*)</\\1>");

  private static final Pattern LINE_BREAK = Pattern.compile("\\R");

  private XmlBlocks() {}

  private static Set<String> names(String list) {
    return Set.of(list.split(" ", -1));
  }

  static List<String> paragraphs(Element... roots) {
    Lines lines = new Lines();
    for (Element root : roots) {
      root.filter(lines);
      lines.end();
    }
    List<String> paragraphs =
        lines.hasBreaks ? Paragraphs.of(lines.lines) : CleanText.lines(lines.lines);
    return CleanText.lines(paragraphs.stream().flatMap(p -> withoutMarkup(p).stream()).toList());
  }

  /** The text of a paragraph without escaped references and tags. */
  private static List<String> withoutMarkup(String paragraph) {
    if (paragraph.indexOf('<') < 0 && paragraph.indexOf('&') < 0) {
      return List.of(paragraph);
    }
    String text = LEFT_OVER.matcher(Entities.resolved(paragraph)).replaceAll("$2");
    return Markup.paragraphs(text);
  }

  private static String localName(Element element) {
    String name = element.tagName();
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  /** Writes a tree as lines, with a blank line after every block. */
  private static final class Lines implements NodeFilter {
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private boolean hasBreaks;

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode text) {
        append(text);
      } else if (node instanceof Element element) {
        String name = localName(element);
        if (NOT_TEXT.contains(name) && depth > 0) {
          return FilterResult.SKIP_ENTIRELY;
        }
        begin(element, name);
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        String name = localName(element);
        if (CELLS.contains(name)) {
          line.append(' ');
        } else if (!name.equals("br") && isBlock(element, name)) {
          end();
        }
      }
      return FilterResult.CONTINUE;
    }

    private void begin(Element element, String name) {
      if (name.equals("br")) {
        hasBreaks |= !CleanText.line(line.toString()).isEmpty();
        endLine();
      } else if (!CELLS.contains(name) && isBlock(element, name)) {
        end();
      }
    }

    private static boolean isBlock(Element element, String name) {
      if (BLOCKS.contains(name) || RUNNING_TEXT.contains(name)) {
        return true;
      }
      return !INLINE.contains(name) && !isInside(element, RUNNING_TEXT);
    }

    private void append(TextNode node) {
      String text = node.getWholeText();
      if (!isInside(node, PREFORMATTED)) {
        line.append(text);
        return;
      }
      hasBreaks = true;
      for (String part : LINE_BREAK.split(text, -1)) {
        line.append(part);
        endLine();
      }
    }

    private static boolean isInside(Node node, Set<String> names) {
      for (Node n = node.parent(); n != null; n = n.parent()) {
        if (n instanceof Element element && names.contains(localName(element))) {
          return true;
        }
      }
      return false;
    }

    private void endLine() {
      lines.add(CleanText.line(line.toString()));
      line.setLength(0);
    }

    void end() {
      endLine();
      lines.add("");
    }
  }
}
