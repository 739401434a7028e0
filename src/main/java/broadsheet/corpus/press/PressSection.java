package broadsheet.corpus.press;

import broadsheet.corpus.text.CleanText;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the section in a field that also counts pages, parts and columns. */
final class PressSection {
  private static final Pattern BETWEEN = Pattern.compile("\\s*[;,|]\\s*");

  private static final Pattern PLACE_IN_PAPER =
      Pattern.compile(
          "(?iu)(?:(?:sections?|parts?|pages?|pg|pp?|columns?|col|vol|no|s|seite|pag|página)\\b"
              + "\\.?\\s*)?(?:[A-Z]{0,4}[-.]?\\d+[A-Z]?(?:[-.]\\d+)?|[A-Z]{1,2}\\d*|[IVX]+)"
              + "|(?:pg|pp?)\\.? ?\\d.*");

  private PressSection() {}

  /** The section of {@code Section B; Page 22, Column 2; National Desk}; empty if there is none. */
  static String of(String printed) {
    List<String> parts =
        BETWEEN.splitAsStream(printed).map(CleanText::line).filter(p -> !p.isEmpty()).toList();
    return parts.stream()
        .filter(part -> !PLACE_IN_PAPER.matcher(part).matches())
        .findFirst()
        .orElse("");
  }
}
