package broadsheet.corpus.xml;

import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Entities;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Looks up elements in XML. Case is ignored, and a name without a prefix also matches any prefix.
 * Missing items are an empty text or list, or an element without content.
 */
public final class XmlTree {
  private static final Element NOTHING = new Element("nothing");

  /** Beyond this depth, elements are treated as siblings. */
  private static final int DEEPEST = 200;

  private XmlTree() {}

  /**
   * The first element of a text, however damaged. Entities that a document type declares stay as
   * written; none is resolved.
   */
  public static Element parsed(String xml) {
    Element first =
        Jsoup.parse(xml, "", Parser.xmlParser().setMaxDepth(DEEPEST)).firstElementChild();
    return first == null ? NOTHING : first;
  }

  /** Whether an element has this name, with any prefix. */
  public static boolean isNamed(Element element, String name) {
    String own = element.tagName();
    return own.equalsIgnoreCase(name)
        || (own.length() > name.length()
            && own.charAt(own.length() - name.length() - 1) == ':'
            && own.regionMatches(true, own.length() - name.length(), name, 0, name.length()));
  }

  /** The first element at a path of children. */
  static Element at(Element from, String... path) {
    Element element = from;
    for (String name : path) {
      element = children(element, name).findFirst().orElse(NOTHING);
    }
    return element;
  }

  /** The children with this name. */
  public static Stream<Element> children(Element element, String name) {
    return element.children().stream().filter(child -> isNamed(child, name));
  }

  /** All elements with one of these names inside another, at any depth, in order. */
  public static List<Element> all(Element element, String... names) {
    List<Element> found = new ArrayList<>();
    element.forEach(
        inner -> {
          for (String name : names) {
            if (!inner.equals(element) && isNamed(inner, name)) {
              found.add(inner);
            }
          }
        });
    return found;
  }

  /** The first such element; an empty one if there is none. */
  public static Element first(Element element, String name) {
    List<Element> found = all(element, name);
    return found.isEmpty() ? NOTHING : found.getFirst();
  }

  /** The text of an element as one clean line. */
  public static String line(Element element) {
    return line(element.wholeText());
  }

  /** One clean line, with double-escaped references resolved. */
  public static String line(String text) {
    return CleanText.line(Entities.resolved(Entities.resolved(text)));
  }

  /** The text of the first element at a path, as one clean line. */
  static String lineAt(Element from, String... path) {
    return line(at(from, path));
  }

  /** The non-empty texts of all elements with these names. */
  static Stream<String> lines(Element element, String... names) {
    return all(element, names).stream().map(XmlTree::line).filter(text -> !text.isEmpty());
  }

  /** The value of an attribute, whose name may have a prefix. */
  public static String attribute(Element element, String name) {
    String value = element.attr(name);
    return CleanText.line(Entities.resolved(value));
  }

  /** The non-empty values of an attribute in all elements with this name. */
  static Stream<String> attributes(Element element, String name, String attribute) {
    return all(element, name).stream()
        .map(found -> attribute(found, attribute))
        .filter(value -> !value.isEmpty());
  }

  /** The first text that is not empty; empty if all are. */
  public static String firstOf(String... texts) {
    for (String text : texts) {
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }
}
