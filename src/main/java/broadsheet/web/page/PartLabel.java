package broadsheet.web.page;

import broadsheet.article.Chapter;
import broadsheet.article.Enclosure;
import broadsheet.article.Part;
import broadsheet.article.PrintedPage;
import broadsheet.article.Recording;
import broadsheet.engine.result.BestPart;
import broadsheet.engine.result.HitPositions;

/** Names the parts of an article. Stateless. */
public final class PartLabel {
  /** An article of more pages has a place among them. */
  private static final int MOST_PAGES = 3;

  private PartLabel() {}

  /** The chapter, file or page with the most matches, or its few pages; empty if it has none. */
  public static String of(HitPositions positions) {
    String pages = positions.pages().isEmpty() ? "" : "page " + positions.pages();
    return positions.best().filter(PartLabel::isOneOfMany).map(PartLabel::of).orElse(pages);
  }

  /** Whether a hit is worth opening at a part. */
  static boolean isOneOfMany(BestPart best) {
    return switch (best.part()) {
      case Chapter _ -> true;
      case Enclosure _ -> best.number() > 1;
      case PrintedPage _ -> best.of() > MOST_PAGES;
      case Recording _ -> false;
    };
  }

  /** {@code page 14}, or the name of a file or chapter. */
  public static String of(Part part) {
    boolean isNumbered = part instanceof PrintedPage page && !isOfFile(page);
    return isNumbered ? "page " + part.label() : part.label();
  }

  /** Whether its label already says what it is a page of, as {@code annex.pdf, 3}. */
  private static boolean isOfFile(PrintedPage page) {
    return page.label().indexOf(' ') >= 0;
  }

  /** {@code page 14 of 31}, {@code page xiv (14 of 31)}, or the name of a file or chapter. */
  static String of(BestPart best) {
    String place = best.number() + " of " + best.of();
    String name = of(best.part());
    return switch (best.part()) {
      case PrintedPage page when page.label().equals(Integer.toString(best.number())) ->
          "page " + place;
      case PrintedPage page when isOfFile(page) -> name;
      case PrintedPage _ -> name + " (" + place + ")";
      default -> name;
    };
  }
}
