package broadsheet.corpus.pdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Removes running heads, running feet and page numbers: paragraphs at the upper or lower edge of a
 * page that a page nearby repeats with at most other numbers, and numbers alone there.
 */
final class RunningHeads {
  /** The edges, as a part of the page's height. */
  private static final double EDGE = 0.12;

  private static final int LONGEST = 200;

  /** Number of other pages that must repeat a line; left and right pages may differ. */
  private static final int FEWEST = 1;

  private static final Pattern NUMBERS = Pattern.compile("\\p{Nd}+|\\b[ivxlc]+\\b");
  private static final Pattern NOT_LETTER = Pattern.compile("[^\\p{L}#]+");
  private static final Pattern NUMBER_ALONE =
      Pattern.compile(
          "(?i)[-–—\\s|]*(?:(?:page|seite|pag\\.?|p\\.|s\\.) ?)?(?:\\p{Nd}{1,4}|[ivxlc]{1,7})(?:"
              + " ?(?:/|of|von|de|sur) ?\\p{Nd}{1,4})?[-–—\\s|.]*");

  private RunningHeads() {}

  /** The page without them. */
  static PdfPage without(PdfPage page, List<PdfPage> around) {
    List<Set<String>> others = new ArrayList<>();
    for (PdfPage other : around) {
      if (other.number() != page.number()) {
        others.add(edges(other));
      }
    }
    List<PdfParagraph> kept =
        page.paragraphs().stream()
            .filter(paragraph -> !isAtEdge(paragraph, page) || !isFurniture(paragraph, others))
            .toList();
    return kept.size() == page.paragraphs().size() ? page : page.with(kept);
  }

  private static boolean isFurniture(PdfParagraph paragraph, List<Set<String>> others) {
    if (NUMBER_ALONE.matcher(paragraph.text()).matches()) {
      return true;
    }
    String folded = folded(paragraph.text());
    return !folded.isEmpty()
        && others.stream().filter(edges -> edges.contains(folded)).count() >= FEWEST;
  }

  private static Set<String> edges(PdfPage page) {
    Set<String> edges = new HashSet<>();
    page.paragraphs().stream()
        .filter(paragraph -> isAtEdge(paragraph, page))
        .forEach(paragraph -> edges.add(folded(paragraph.text())));
    return edges;
  }

  private static boolean isAtEdge(PdfParagraph paragraph, PdfPage page) {
    boolean isAtTop = paragraph.top() < EDGE * page.sheet().height();
    boolean isAtFoot = paragraph.top() > (1 - EDGE) * page.sheet().height();
    return paragraph.text().length() <= LONGEST && (isAtTop || isAtFoot);
  }

  private static String folded(String text) {
    return NOT_LETTER.matcher(NUMBERS.matcher(text).replaceAll("#")).replaceAll(" ").strip();
  }
}
