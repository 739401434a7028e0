package broadsheet.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * The contrast of an element's text against what is painted behind it, 1 to 21. Source: WCAG 2.2,
 * "relative luminance" and "contrast ratio".
 */
final class Contrast {
  private static final Pattern RGBA =
      Pattern.compile("rgba?\\((\\d+), (\\d+), (\\d+)(?:, ([\\d.]+))?\\)");

  private Contrast() {}

  static double of(WebElement element) {
    double text = luminance(element.getCssValue("color"));
    double behind = luminance(background(element));
    return (Math.max(text, behind) + 0.05) / (Math.min(text, behind) + 0.05);
  }

  /** The nearest background that is painted. */
  private static String background(WebElement element) {
    String color = element.getCssValue("background-color");
    boolean isPainted = !color.endsWith(", 0)");
    return isPainted || element.getTagName().equals("html")
        ? color
        : background(element.findElement(By.xpath("..")));
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
