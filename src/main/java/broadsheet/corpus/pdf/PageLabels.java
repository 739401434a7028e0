package broadsheet.corpus.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;

/**
 * The labels of pages, such as {@code xiv}, that a PDF states in ranges. Stateless.
 *
 * @see <a href="https://www.adobe.com/go/pdfreference">PDF Reference 1.7, 8.3.1 Page Labels</a>
 */
final class PageLabels {
  /** Labels are read of so many pages. */
  private static final int MOST = 20_000;

  private static final int LONGEST = 12;
  private static final int MOST_ROMAN = 3_999;
  private static final int LETTERS = 26;

  private static final List<Map.Entry<Integer, String>> ROMAN =
      List.of(
          Map.entry(1000, "m"),
          Map.entry(900, "cm"),
          Map.entry(500, "d"),
          Map.entry(400, "cd"),
          Map.entry(100, "c"),
          Map.entry(90, "xc"),
          Map.entry(50, "l"),
          Map.entry(40, "xl"),
          Map.entry(10, "x"),
          Map.entry(9, "ix"),
          Map.entry(5, "v"),
          Map.entry(4, "iv"),
          Map.entry(1, "i"));

  private PageLabels() {}

  /** The labels of the first pages; none if the document states none that can be read. */
  static List<String> of(PDDocument document) {
    try {
      PDPageLabels stated = document.getDocumentCatalog().getPageLabels();
      return stated == null ? List.of() : of(stated, document.getNumberOfPages());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return List.of();
    }
  }

  private static List<String> of(PDPageLabels stated, int pages) {
    NavigableSet<Integer> starts = stated.getPageIndices();
    List<String> labels = new ArrayList<>();
    for (int page = 0; page < Math.min(pages, MOST); page++) {
      Integer start = starts.floor(page);
      PDPageLabelRange range = start == null ? null : stated.getPageLabelRange(start);
      String label = range == null ? "" : label(range, (long) range.getStart() + page - start);
      labels.add(label.isEmpty() ? String.valueOf(page + 1) : label);
    }
    return labels;
  }

  /** A label; empty if it has none that a reader could use. */
  private static String label(PDPageLabelRange range, long number) {
    String prefix = range.getPrefix() == null ? "" : range.getPrefix().strip();
    String style = range.getStyle() == null ? "" : range.getStyle();
    String label = prefix + numeral(style, number);
    boolean isUsable =
        label.length() <= LONGEST && label.chars().noneMatch(Character::isISOControl);
    return isUsable ? label : "";
  }

  private static String numeral(String style, long number) {
    return switch (style) {
      case PDPageLabelRange.STYLE_DECIMAL -> String.valueOf(number);
      case PDPageLabelRange.STYLE_ROMAN_LOWER -> roman(number);
      case PDPageLabelRange.STYLE_ROMAN_UPPER -> upper(roman(number));
      case PDPageLabelRange.STYLE_LETTERS_LOWER -> letters(number);
      case PDPageLabelRange.STYLE_LETTERS_UPPER -> upper(letters(number));
      default -> "";
    };
  }

  private static String roman(long number) {
    if (number < 1 || number > MOST_ROMAN) {
      return String.valueOf(number);
    }
    StringBuilder numeral = new StringBuilder();
    long left = number;
    for (Map.Entry<Integer, String> each : ROMAN) {
      for (; left >= each.getKey(); left -= each.getKey()) {
        numeral.append(each.getValue());
      }
    }
    return numeral.toString();
  }

  /** {@code a} to {@code z}, then {@code aa} to {@code zz}, and so on. */
  private static String letters(long number) {
    long repeats = (number - 1) / LETTERS + 1;
    if (number < 1 || repeats > LONGEST) {
      return String.valueOf(number);
    }
    char letter = (char) ('a' + (number - 1) % LETTERS);
    return String.valueOf(letter).repeat((int) repeats);
  }

  private static String upper(String numeral) {
    return numeral.toUpperCase(Locale.ROOT);
  }
}
