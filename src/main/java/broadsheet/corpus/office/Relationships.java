package broadsheet.corpus.office;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** The parts that a part refers to, by the id of the relationship. Immutable. */
record Relationships(Map<String, String> targets) {

  /**
   * The relationships of a part.
   *
   * @param name such as {@code word/document.xml}
   */
  static Relationships of(Parts parts, String name) {
    int folder = name.lastIndexOf('/') + 1;
    String list = name.substring(0, folder) + "_rels/" + name.substring(folder) + ".rels";
    Map<String, String> targets = new LinkedHashMap<>();
    try {
      XmlEvents.read(
          parts.part(list).orElse(new byte[0]),
          new XmlEvents.Receiver() {
            @Override
            public void begin(String element, XmlEvents.Attributes attributes) {
              if (element.equals("Relationship")) {
                String target = attributes.get("Target");
                targets.put(attributes.get("Id"), resolved(name.substring(0, folder), target));
              }
            }

            @Override
            public void end(String element) {}

            @Override
            public void text(String words) {}
          });
    } catch (XMLStreamException e) {
      return new Relationships(targets);
    }
    return new Relationships(targets);
  }

  /** The name of a part that is given relative to a folder: {@code ../media/a.xml}. */
  static String resolved(String folder, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    String rest = target;
    String base = folder;
    while (rest.startsWith("../") || rest.startsWith("./")) {
      if (rest.startsWith("../")) {
        int up = base.lastIndexOf('/', base.length() - 2);
        base = base.substring(0, up + 1);
      }
      rest = rest.substring(rest.indexOf('/') + 1);
    }
    return base + rest;
  }

  String target(String id) {
    return targets.getOrDefault(id, "");
  }
}
