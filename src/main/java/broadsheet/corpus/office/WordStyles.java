package broadsheet.corpus.office;

import broadsheet.corpus.office.OfficeBlock.Role;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * The paragraph styles of a Word file. Their ids are in the language of the program, their names
 * always in English. Immutable.
 */
record WordStyles(Map<String, Role> roles) {
  private static final Pattern HEADING = Pattern.compile("heading ?[1-9]");

  static WordStyles of(byte[] styles) {
    Map<String, Role> roles = new HashMap<>();
    try {
      XmlEvents.read(styles, new Reader(roles));
    } catch (XMLStreamException e) {
      return new WordStyles(Map.copyOf(roles));
    }
    return new WordStyles(Map.copyOf(roles));
  }

  /** The role of a style; a style without a known name is text. */
  Role role(String id) {
    return roles.getOrDefault(id, byName(id));
  }

  private static Role byName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (HEADING.matcher(lower).matches()) {
      return Role.HEADING;
    }
    return switch (lower) {
      case "title", "headline" -> Role.TITLE;
      case "subtitle", "standfirst" -> Role.SUBTITLE;
      default -> Role.TEXT;
    };
  }

  private static final class Reader implements XmlEvents.Receiver {
    private final Map<String, Role> roles;
    private String id = "";

    Reader(Map<String, Role> roles) {
      this.roles = roles;
    }

    @Override
    public void begin(String name, XmlEvents.Attributes attributes) {
      if (name.equals("style")) {
        id = attributes.get("styleId");
      } else if (name.equals("name") && !id.isEmpty()) {
        roles.put(id, byName(attributes.get("val")));
      }
    }

    @Override
    public void end(String name) {
      if (name.equals("style")) {
        id = "";
      }
    }

    @Override
    public void text(String words) {}
  }
}
