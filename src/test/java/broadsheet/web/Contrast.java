package broadsheet.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.JavascriptExecutor;

/**
 * The contrast of text with the background behind it, 1 to 21. Source: WCAG 2.2, "relative
 * luminance" and "contrast ratio".
 */
final class Contrast {
  private static final Pattern RGBA =
      Pattern.compile("rgba?\\((\\d+), (\\d+), (\\d+)(?:, ([\\d.]+))?\\)");

  private static final String READ =
      """
      const behind = (element) => {
        const color = getComputedStyle(element).backgroundColor;
        return color.endsWith(", 0)") && element.parentElement
          ? behind(element.parentElement) : color;
      };
      return [...document.querySelectorAll(arguments[0])].map((element) =>
        [element.tagName + " " + element.innerText, getComputedStyle(element).color,
         behind(element)]);
      """;

  private Contrast() {}

  /** A piece of text on a page, its colour, and the nearest background painted behind it. */
  record Piece(String text, String color, String behind) {
    double contrast() {
      double one = luminance(color);
      double other = luminance(behind);
      return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }
  }

  /** The pieces of text that match a selector, all read in one go. */
  static List<Piece> pieces(JavascriptExecutor page, String selector) {
    List<Piece> pieces = new ArrayList<>();
    if (page.executeScript(READ, selector) instanceof List<?> rows) {
      for (Object row : rows) {
        if (row instanceof List<?> cells) {
          pieces.add(
              new Piece(
                  String.valueOf(cells.get(0)),
                  String.valueOf(cells.get(1)),
                  String.valueOf(cells.get(2))));
        }
      }
    }
    return pieces;
  }

  private static double luminance(String color) {
    Matcher rgb = RGBA.matcher(color);
    if (!rgb.matches()) {
      throw new IllegalArgumentException("not a colour: " + color);
    }
    return 0.2126 * channel(rgb.group(1))
        + 0.7152 * channel(rgb.group(2))
        + 0.0722 * channel(rgb.group(3));
  }

  private static double channel(String value) {
    double share = Integer.parseInt(value) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
