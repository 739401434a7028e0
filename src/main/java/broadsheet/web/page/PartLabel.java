package broadsheet.web.page;

import broadsheet.article.Part;
import broadsheet.article.PrintedPage;
import broadsheet.engine.result.BestPart;

/** Names the parts of an article. Stateless. */
public final class PartLabel {
  private PartLabel() {}

  /** {@code page 14}, or the name of a file. */
  public static String of(Part part) {
    boolean isNumbered = part instanceof PrintedPage page && !isOfFile(page);
    return isNumbered ? "page " + part.label() : part.label();
  }

  /** Whether its label already says what it is a page of, as {@code annex.pdf, 3}. */
  private static boolean isOfFile(PrintedPage page) {
    return page.label().indexOf(' ') >= 0;
  }

  /** {@code page 14 of 31}, {@code page xiv (14 of 31)}, or the name of a file. */
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
