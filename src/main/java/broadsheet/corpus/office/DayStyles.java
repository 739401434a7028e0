package broadsheet.corpus.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** The cell styles of a workbook that show a number as a day. Immutable. */
record DayStyles(List<Boolean> areDays) {
  /** Quoted text, escaped characters, and colours or locales in brackets. */
  private static final Pattern NOT_FORMAT = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]");

  private static final Pattern DAY = Pattern.compile("(?i)[dy]");

  static DayStyles of(byte[] part) {
    StylesReader reader = new StylesReader();
    try {
      XmlEvents.read(part, reader);
    } catch (XMLStreamException e) {
      return new DayStyles(List.copyOf(reader.styles)); // those before the damage
    }
    return new DayStyles(List.copyOf(reader.styles));
  }

  /** Collects the styles of cells, in the order by which cells refer to them. */
  private static final class StylesReader implements XmlEvents.Receiver {
    private final Map<String, Boolean> formats = new HashMap<>();
    private final List<Boolean> styles = new ArrayList<>();
    private boolean isCells;

    @Override
    public void begin(String name, XmlEvents.Attributes attributes) {
      switch (name) {
        case "numFmt" ->
            formats.put(attributes.get("numFmtId"), isDay(attributes.get("formatCode")));
        case "cellXfs" -> isCells = true;
        case "xf" -> {
          if (isCells) {
            String format = attributes.get("numFmtId");
            styles.add(formats.getOrDefault(format, isBuiltInDay(format)));
          }
        }
        default -> {}
      }
    }

    @Override
    public void end(String name) {
      isCells &= !name.equals("cellXfs");
    }

    @Override
    public void text(String words) {}
  }

  private static boolean isDay(String format) {
    return DAY.matcher(NOT_FORMAT.matcher(format).replaceAll("")).find();
  }

  /** 14 to 17 and 22 are formats of days in every program. */
  private static boolean isBuiltInDay(String format) {
    return switch (format) {
      case "14", "15", "16", "17", "22" -> true;
      default -> false;
    };
  }

  /** Whether a style shows days. */
  boolean isDayStyle(String index) {
    boolean isNumber =
        !index.isEmpty() && index.length() < 6 && index.chars().allMatch(Character::isDigit);
    int style = isNumber ? Integer.parseInt(index) : -1;
    return style >= 0 && style < areDays.size() && areDays.get(style);
  }
}
