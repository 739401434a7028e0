package broadsheet.corpus.spoken;

import broadsheet.corpus.xml.XmlTree;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Reads the times of a TTML document. Immutable. Source: https://www.w3.org/TR/ttml1/, 10.3.1.
 *
 * @param frames frames a second
 * @param ticks ticks a second
 */
record TtmlTime(double frames, double ticks) {
  private static final double USUAL_FRAMES = 30;

  private static final Pattern CLOCK =
      Pattern.compile(
          "(\\d{1,9}):(\\d{1,9}):(\\d{1,9})(?:(\\.\\d{1,9})|[:;](\\d{1,4})(?:\\.\\d+)?)?");

  private static final Pattern OFFSET =
      Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)(h|ms|m|s|f|t)");

  private static final int MINUTE = 60;
  private static final int HOUR = 3_600;

  /** The times of a document with this root. */
  static TtmlTime of(Element root) {
    double rate = number(XmlTree.attribute(root, "ttp:frameRate"));
    double base = rate > 0 ? rate : USUAL_FRAMES;
    double frames = base * multiplier(XmlTree.attribute(root, "ttp:frameRateMultiplier"));
    double ticks = number(XmlTree.attribute(root, "ttp:tickRate"));
    return new TtmlTime(frames, ticks > 0 ? ticks : rate > 0 ? frames : 1);
  }

  private static double multiplier(String stated) {
    String[] parts = stated.strip().split("[ :]+", -1);
    double top = parts.length == 2 ? number(parts[0]) : 0;
    double bottom = parts.length == 2 ? number(parts[1]) : 0;
    return top > 0 && bottom > 0 ? top / bottom : 1;
  }

  private static double number(String text) {
    return text.matches("\\d{1,9}") ? Double.parseDouble(text) : 0;
  }

  /** The time in seconds; NaN if it is none. */
  double seconds(String text) {
    Matcher clock = CLOCK.matcher(text);
    if (clock.matches()) {
      double fraction =
          clock.group(4) != null
              ? Double.parseDouble("0" + clock.group(4))
              : clock.group(5) == null ? 0 : Double.parseDouble(clock.group(5)) / frames;
      return Double.parseDouble(clock.group(1)) * HOUR
          + Double.parseDouble(clock.group(2)) * MINUTE
          + Double.parseDouble(clock.group(3))
          + fraction;
    }
    Matcher offset = OFFSET.matcher(text);
    return offset.matches()
        ? Double.parseDouble(offset.group(1)) * unit(offset.group(2))
        : Double.NaN;
  }

  private double unit(String metric) {
    return switch (metric) {
      case "h" -> HOUR;
      case "m" -> MINUTE;
      case "ms" -> 0.001;
      case "f" -> 1 / frames;
      case "t" -> 1 / ticks;
      default -> 1;
    };
  }
}
