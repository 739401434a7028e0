package broadsheet.web.story;

import broadsheet.article.Article;
import broadsheet.article.Part;
import broadsheet.article.PrintedPage;
import broadsheet.engine.result.MarkPlaces;
import broadsheet.engine.result.MarkPlaces.MarkBox;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.scan.Scans;
import broadsheet.web.page.ScanDrawing;
import broadsheet.web.page.ScanDrawing.NumberedBox;
import java.util.ArrayList;
import java.util.List;

/** Draws the scans of an article's pages with its matches. Stateless. */
final class ArticleScans {
  private ArticleScans() {}

  /**
   * The pages that have a scan to show, in order; none if there is none.
   *
   * @param numbers the number on the page of the first match in the headline, and in the body
   */
  static List<ScanDrawing> of(
      MarkedArticle marked, NumberedArticle.FirstNumbers numbers, Scans scans) {
    Article article = marked.article();
    List<Part> parts = article.positions().parts();
    List<ScanDrawing> drawings = new ArrayList<>();
    if (article.positions().pages().stream().noneMatch(scans::has)) {
      return drawings;
    }
    int inTitle = marked.title().marks().size();
    List<MarkBox> boxes =
        MarkPlaces.boxes(article.positions(), marked.title(), marked.paragraphs());
    for (int i = 0; i < parts.size(); i++) {
      int index = i;
      if (parts.get(i) instanceof PrintedPage page && scans.has(page)) {
        List<NumberedBox> its =
            boxes.stream()
                .filter(box -> box.page() == index)
                .map(box -> new NumberedBox(number(box.mark(), inTitle, numbers), box.box()))
                .toList();
        drawings.add(ScanDrawing.of(article.id(), i + 1, page, its));
      }
    }
    return drawings;
  }

  /** Whether one of the pages has a scan that is known and cannot be shown. */
  static boolean isUnshown(List<PrintedPage> pages, Scans scans) {
    return pages.stream().anyMatch(scans::isUnknownKind);
  }

  private static int number(int mark, int inTitle, NumberedArticle.FirstNumbers numbers) {
    return mark < inTitle ? numbers.title() + mark : numbers.body() + mark - inTitle;
  }
}
