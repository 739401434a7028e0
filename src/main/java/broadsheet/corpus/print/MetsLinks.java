package broadsheet.corpus.print;

import broadsheet.corpus.xml.XmlTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads which parts of pages are linked to a logical division. Stateless. */
record MetsLinks(Element root) {
  /** The physical divisions by the id of the logical one. */
  Map<String, List<Element>> physical() {
    Map<String, List<Element>> linked = new HashMap<>();
    List<Element> groups = XmlTree.all(root, "smLinkGrp");
    List<Element> links = XmlTree.all(root, "smLink");
    if (groups.isEmpty() && links.isEmpty()) {
      return linked;
    }
    Map<String, Element> byId = new HashMap<>();
    XmlTree.all(root, "div").forEach(division -> byId.put(division.attr("ID"), division));
    for (Element group : groups) {
      List<String> ids =
          XmlTree.all(group, "smLocatorLink").stream().map(l -> target(l, "xlink:href")).toList();
      ids.stream().skip(1).forEach(id -> add(linked, ids.getFirst(), byId.get(id)));
    }
    for (Element link : links) {
      add(linked, target(link, "xlink:from"), byId.get(target(link, "xlink:to")));
    }
    return linked;
  }

  private static void add(
      Map<String, List<Element>> linked, String logical, @Nullable Element physical) {
    if (physical != null) {
      linked.computeIfAbsent(logical, id -> new ArrayList<>()).add(physical);
    }
  }

  private static String target(Element link, String attribute) {
    String value = XmlTree.attribute(link, attribute);
    return value.startsWith("#") ? value.substring(1) : value;
  }
}
