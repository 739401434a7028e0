package broadsheet.corpus.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Makes paragraphs of TEI: its blocks, without notes and page furniture, and as corrected where the
 * text gives both forms. Line and page breaks part words unless they say that they do not.
 */
final class TeiText implements NodeFilter {
  private static final Set<String> BLOCKS =
      Set.of(
          ("p l ab head item label opener closer trailer byline dateline sp speaker"
                  + " stage lg list table row epigraph postscript argument body text group"
                  + " floatingtext")
              .split(" ", -1));

  /** Blocks where they are not inside a paragraph. */
  private static final Set<String> QUOTES = Set.of("quote", "q", "cit", "figure");

  private static final Set<String> LEFT_OUT =
      Set.of("note", "fw", "figdesc", "del", "surplus", "graphic", "docauthor", "gap");

  private static final Set<String> BEFORE_CORRECTION = Set.of("orig", "sic", "abbr");
  private static final Set<String> BREAKS = Set.of("lb", "pb", "cb", "gb");

  /** A letter, which may take two characters, and a hyphen. */
  private static final int LONGEST_HYPHENATION = 3;

  private static final Pattern HYPHEN = Pattern.compile("\\p{L}[-¬⸗\u00ad]$");

  private final Element root;
  private final Predicate<Element> others;
  private final List<String> paragraphs = new ArrayList<>();
  private final StringBuilder paragraph = new StringBuilder();
  private boolean isGlued;

  /** Whether the line before ends in a hyphen, which may part a word. */
  private boolean isOpen;

  private TeiText(Element root, Predicate<Element> others) {
    this.root = root;
    this.others = others;
  }

  /** The paragraphs of an element, without some elements inside it. */
  static List<String> paragraphs(Element element, Predicate<Element> others) {
    TeiText text = new TeiText(element, others);
    element.filter(text);
    text.end();
    return List.copyOf(text.paragraphs);
  }

  /** The text of an element as one line. */
  static String line(Element element) {
    return String.join(" ", paragraphs(element, _ -> false));
  }

  /** The local name of an element, in lower case. */
  static String name(Element element) {
    String name = element.normalName();
    return name.substring(name.indexOf(':') + 1);
  }

  /** Whether an element is a division, numbered or not. */
  static boolean isDivision(Element element) {
    String name = name(element);
    return name.startsWith("div") && name.length() <= "div1".length();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      append(text.getWholeText());
    } else if (node instanceof Element element && !element.equals(root)) {
      if (isLeftOut(element)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      border(element);
      if (BREAKS.contains(name(element))) {
        lineBreak(element.attr("break").equals("no"));
      }
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      border(element);
      isGlued |= element.attr("join").equals("right");
    }
    return FilterResult.CONTINUE;
  }

  private boolean isLeftOut(Element element) {
    String name = name(element);
    boolean isReplaced =
        BEFORE_CORRECTION.contains(name)
            && element.parent() != null
            && name(element.parent()).equals("choice");
    return isReplaced || LEFT_OUT.contains(name) || others.test(element);
  }

  private void border(Element element) {
    String name = name(element);
    if (isOnlyOneInCell(element)) {
      return;
    }
    if (name.equals("cell")) {
      paragraph.append(' ');
    }
    boolean isQuote =
        QUOTES.contains(name) && element.parent() != null && isDivision(element.parent());
    if (isQuote || BLOCKS.contains(name) || isDivision(element)) {
      end();
    }
  }

  /** Whether an element is all that a cell of a table holds, so that the row stays one line. */
  private static boolean isOnlyOneInCell(Element element) {
    Element around = element.parent();
    return around != null && name(around).equals("cell") && around.childrenSize() == 1;
  }

  private void lineBreak(boolean isInWord) {
    int end = paragraph.length();
    while (end > 0 && Character.isWhitespace(paragraph.charAt(end - 1))) {
      end--;
    }
    String last = paragraph.substring(Math.max(0, end - LONGEST_HYPHENATION), end);
    boolean isHyphenated = HYPHEN.matcher(last).find();
    if (isInWord || isHyphenated) {
      paragraph.setLength(end);
    } else {
      paragraph.append(' ');
    }
    isGlued = isInWord;
    isOpen = isHyphenated;
  }

  private void append(String text) {
    String rest = isGlued || isOpen ? text.stripLeading() : text;
    if (isOpen && !rest.isEmpty()) {
      boolean isJoined = Character.isLowerCase(rest.codePointAt(0));
      paragraph.setLength(paragraph.length() - (isJoined ? 1 : 0));
    }
    isGlued &= rest.isEmpty();
    isOpen &= rest.isEmpty();
    paragraph.append(rest);
  }

  private void end() {
    String line = XmlTree.line(paragraph.toString());
    if (!line.isEmpty()) {
      paragraphs.add(line);
    }
    paragraph.setLength(0);
    isGlued = false;
    isOpen = false;
  }
}
