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
 * Looks things up in XML. Names are compared without regard to capitals; one without a prefix also
 * means the same with any. What is not there is an empty text or list, or an element with nothing
 * in it.
 */
public final class XmlTree {
  private static final Element NOTHING = new Element("nothing");

  /** Beyond it, elements are taken as lying side by side. */
  private static final int DEEPEST = 200;

  private XmlTree() {}

  /**
   * The first element of a text, however damaged the text. Entities that a document type declares
   * stay as they are written: none is resolved.
   */
  public static Element parsed(String xml) {
    Element first =
        Jsoup.parse(xml, "", Parser.xmlParser().setMaxDepth(DEEPEST)).firstElementChild();
    return first == null ? NOTHING : first;
  }

  static boolean isNamed(Element element, String name) {
    String own = element.tagName();
    return own.equalsIgnoreCase(name)
        || (own.length() > name.length()
            && own.charAt(own.length() - name.length() - 1) == ':'
            && own.regionMatches(true, own.length() - name.length(), name, 0, name.length()));
  }

  /** The first element down a path of children. */
  static Element at(Element from, String... path) {
    Element element = from;
    for (String name : path) {
      element = children(element, name).findFirst().orElse(NOTHING);
    }
    return element;
  }

  static Stream<Element> children(Element element, String name) {
    return element.children().stream().filter(child -> isNamed(child, name));
  }

  /** All elements of a name inside another, at any depth, in their order. */
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

  /** The first of them; one with nothing in it if there is none. */
  public static Element first(Element element, String name) {
    List<Element> found = all(element, name);
    return found.isEmpty() ? NOTHING : found.getFirst();
  }

  /** The text of an element as one clean line. */
  public static String line(Element element) {
    return line(element.wholeText());
  }

  /** One clean line, also of text whose references were written as text. */
  public static String line(String text) {
    return CleanText.line(Entities.resolved(Entities.resolved(text)));
  }

  /** The text of the first element down a path as one clean line. */
  static String lineAt(Element from, String... path) {
    return line(at(from, path));
  }

  /** The texts of all elements of a name, those that have one. */
  static Stream<String> lines(Element element, String... names) {
    return all(element, names).stream().map(XmlTree::line).filter(text -> !text.isEmpty());
  }

  /** The value of an attribute; its name, too, may have a prefix. */
  public static String attribute(Element element, String name) {
    String value = element.attr(name);
    return CleanText.line(Entities.resolved(value));
  }

  /** The values of an attribute in all elements of a name, those that have one. */
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
