package broadsheet.corpus.office;

import broadsheet.corpus.office.OfficeBlock.Role;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The paragraph styles of a Word file. Their ids are in the language of the program, their names
 * always in English. Immutable.
 */
record WordStyles(Map<String, Style> styles) {
  private static final Pattern HEADING = Pattern.compile("heading ?[1-9]");

  /** Word's levels count from 0; this one is of text. */
  private static final String LEVEL_OF_TEXT = "9";

  private static final int MOST_ANCESTORS = 10;

  /**
   * A style.
   *
   * @param level the level of a heading, from 1; {@link OfficeBlock#NO_HEADING} of text; null if
   *     that of {@code basis} counts
   * @param basis the id of the style that it is based on; empty if there is none
   */
  record Style(Role role, @Nullable Integer level, String basis) {}

  static WordStyles of(byte[] file) {
    Map<String, Style> styles = new HashMap<>();
    try {
      XmlEvents.read(file, new Reader(styles));
    } catch (XMLStreamException e) {
      return new WordStyles(Map.copyOf(styles));
    }
    return new WordStyles(Map.copyOf(styles));
  }

  /** The role of a style; a style without a known name is text. */
  Role role(String id) {
    return style(id).role();
  }

  /** The level of a style, as its own outline states it or that of a style it is based on. */
  int level(String id) {
    Style style = style(id);
    for (int i = 0; i < MOST_ANCESTORS && style.level() == null; i++) {
      style = style(style.basis());
    }
    Integer level = style.level();
    return level == null ? OfficeBlock.NO_HEADING : level;
  }

  /** The level that a paragraph or style states by a number from 0 to 9. */
  static int outlineLevel(String stated) {
    boolean isHeading =
        stated.length() == 1
            && Character.isDigit(stated.charAt(0))
            && !stated.equals(LEVEL_OF_TEXT);
    return isHeading ? Integer.parseInt(stated) + 1 : OfficeBlock.NO_HEADING;
  }

  private Style style(String id) {
    return styles.getOrDefault(id, byName(id, ""));
  }

  private static Style byName(String name, String basis) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (HEADING.matcher(lower).matches()) {
      int level = lower.charAt(lower.length() - 1) - '0';
      return new Style(Role.HEADING, level, basis);
    }
    Role role =
        switch (lower) {
          case "title", "headline" -> Role.TITLE;
          case "subtitle", "standfirst" -> Role.SUBTITLE;
          default -> Role.TEXT;
        };
    return new Style(role, null, basis);
  }

  private static final class Reader implements XmlEvents.Receiver {
    private final Map<String, Style> styles;
    private String id = "";
    private Style style = byName("", "");

    Reader(Map<String, Style> styles) {
      this.styles = styles;
    }

    @Override
    public void begin(String name, XmlEvents.Attributes attributes) {
      String value = attributes.get("val");
      switch (name) {
        case "style" -> {
          id = attributes.get("styleId");
          style = byName(id, "");
        }
        case "name" -> style = byName(value, "");
        case "basedOn" -> style = new Style(style.role(), style.level(), value);
        case "outlineLvl" -> style = new Style(style.role(), outlineLevel(value), style.basis());
        default -> {}
      }
    }

    @Override
    public void end(String name) {
      if (name.equals("style") && !id.isEmpty()) {
        styles.put(id, style);
        id = "";
      }
    }

    @Override
    public void text(String words) {}
  }
}
