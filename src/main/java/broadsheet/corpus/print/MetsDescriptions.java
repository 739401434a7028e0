package broadsheet.corpus.print;

import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.text.Names;
import broadsheet.corpus.xml.XmlTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The descriptions in MODS or Dublin Core that a METS file holds. Immutable. */
final class MetsDescriptions {
  private final Map<String, Element> byId = new HashMap<>();

  MetsDescriptions(Element root) {
    XmlTree.all(root, "dmdSec").forEach(section -> byId.put(section.attr("ID"), section));
  }

  /** The descriptions of a division; none if it names none. */
  Stream<Element> of(Element division) {
    return Stream.of(division.attr("DMDID").split(" ", -1))
        .flatMap(id -> Stream.ofNullable(byId.get(id)));
  }

  /** The language in these elements; empty if there is none, or several. */
  static String language(List<Element> descriptions, String... elements) {
    return LanguageTag.only(
        descriptions.stream().flatMap(d -> XmlTree.all(d, elements).stream()).map(XmlTree::line));
  }

  static List<String> dates(List<Element> descriptions) {
    return descriptions.stream()
        .flatMap(d -> XmlTree.all(d, "dateIssued", "dc:date", "dateCreated").stream())
        .map(XmlTree::line)
        .toList();
  }

  static List<String> authors(List<Element> descriptions) {
    return Names.distinct(
        descriptions.stream()
            .flatMap(d -> XmlTree.all(d, "name").stream())
            .map(MetsDescriptions::name)
            .map(Names::person));
  }

  /** The parts of a name, the family name last. */
  private static String name(Element name) {
    List<String> parts =
        XmlTree.all(name, "namePart").stream()
            .sorted((a, b) -> Boolean.compare(isFamily(a), isFamily(b)))
            .map(XmlTree::line)
            .toList();
    return String.join(" ", parts);
  }

  private static boolean isFamily(Element namePart) {
    return namePart.attr("type").equals("family");
  }
}
