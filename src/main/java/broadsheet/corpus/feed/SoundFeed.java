package broadsheet.corpus.feed;

import java.util.List;
import java.util.Map;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Verifier;
import org.jsoup.nodes.Attribute;

/**
 * Writes one item of a feed as a feed of its own in valid XML: RSS 2.0 for any version of RSS, Atom
 * for Atom. Leaves out whatever an article does not need.
 */
final class SoundFeed {
  private static final Map<String, Namespace> MODULES =
      Map.of(
          "dc", Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/"),
          "content", Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/"));

  private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
  private static final Namespace ATOM_03 = Namespace.getNamespace("http://purl.org/atom/ns#");

  private static final List<String> HEAD = List.of("title", "link", "author");
  private static final List<String> ATTRIBUTES =
      List.of("type", "mode", "href", "rel", "term", "label", "isPermaLink");

  /** Elements that may contain elements. */
  private static final List<String> NESTED = List.of("author", "contributor");

  private static final int LONGEST_OF_HEAD = 2000;

  private final List<org.jsoup.nodes.Element> head;
  private final boolean isAtom;
  private final Namespace namespace;

  SoundFeed(FeedTree feed) {
    this.head =
        feed.head().stream()
            .filter(e -> HEAD.contains(name(e)) && e.wholeText().length() <= LONGEST_OF_HEAD)
            .toList();
    this.isAtom = FeedTree.localName(feed.root()).equals("feed");
    boolean is03 = isAtom && feed.root().attributes().html().contains(ATOM_03.getURI());
    this.namespace = isAtom ? is03 ? ATOM_03 : ATOM : Namespace.NO_NAMESPACE;
  }

  /** The feed with only this item. */
  Document of(org.jsoup.nodes.Element item) {
    Element channel = new Element(isAtom ? "feed" : "channel", namespace);
    head.forEach(child -> channel.addContent(copy(child, namespace)));
    channel.addContent(itemCopy(item));
    if (isAtom) {
      return new Document(namespace.equals(ATOM_03) ? version(channel, "0.3") : channel);
    }
    return new Document(version(new Element("rss"), "2.0").addContent(channel));
  }

  private static Element version(Element root, String version) {
    return root.setAttribute("version", version);
  }

  private Element itemCopy(org.jsoup.nodes.Element item) {
    Element copy = new Element(isAtom ? "entry" : "item", namespace);
    for (org.jsoup.nodes.Element child : item.children()) {
      Namespace module = isOwn(child, item) ? namespace : MODULES.get(prefix(child));
      if (module != null && Verifier.checkElementName(name(child)) == null) {
        copy.addContent(copy(child, module));
      }
    }
    return copy;
  }

  /** Nested markup becomes text, as if it had been escaped. */
  private Element copy(org.jsoup.nodes.Element element, Namespace in) {
    Element copy = new Element(name(element), in);
    for (Attribute attribute : element.attributes()) {
      if (ATTRIBUTES.contains(attribute.getKey())) {
        copy.setAttribute(attribute.getKey(), legal(attribute.getValue()));
      }
    }
    if (isAtom && NESTED.contains(name(element))) {
      element.children().forEach(child -> copy.addContent(leaf(child, in)));
    } else if (element.childrenSize() == 0) {
      copy.setText(legal(element.wholeText()));
    } else {
      copy.setText(legal(element.html().replace("<xhtml:", "<").replace("</xhtml:", "</")));
      copy.setAttribute("type", namespace.equals(ATOM_03) ? "text/html" : "html");
      copy.setAttribute("mode", "escaped");
    }
    return copy;
  }

  private static Element leaf(org.jsoup.nodes.Element element, Namespace in) {
    String name = Verifier.checkElementName(name(element)) == null ? name(element) : "other";
    return new Element(name, in).setText(legal(element.wholeText()));
  }

  /**
   * Whether it belongs to the feed's own format rather than an extension: it has its parent's
   * prefix.
   */
  static boolean isOwn(org.jsoup.nodes.Element element, org.jsoup.nodes.Element parent) {
    return prefix(element).equals(prefix(parent)) || prefix(element).equals("rss");
  }

  private static String prefix(org.jsoup.nodes.Element element) {
    int colon = element.tagName().indexOf(':');
    return colon < 0 ? "" : element.tagName().substring(0, colon);
  }

  private static String name(org.jsoup.nodes.Element element) {
    return element.tagName().substring(element.tagName().indexOf(':') + 1);
  }

  /** The text without characters that XML does not allow. */
  private static String legal(String text) {
    return text.codePoints()
        .filter(Verifier::isXMLCharacter)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
