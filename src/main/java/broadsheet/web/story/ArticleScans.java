package broadsheet.web.story;

import broadsheet.article.Article;
import broadsheet.article.Part;
import broadsheet.article.PrintedPage;
import broadsheet.engine.result.MarkPlaces;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.scan.Scans;
import broadsheet.web.page.ScanDrawing;
import broadsheet.web.page.ScanDrawing.NumberedBox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws the scans of an article's pages with its matches. Stateless. */
final class ArticleScans {
  /** The most scans on one page. */
  private static final int MOST = 12;

  private ArticleScans() {}

  /**
   * The pages that have a scan to show, in order: of many pages those with matches, otherwise the
   * first, at most {@value #MOST}, from the one that is asked for on. None if there is none.
   *
   * @param numbers the number on the page of the first match in the headline, and in the body
   * @param wanted the number of the part that is asked for, from 1; its page is among them
   */
  static List<ScanDrawing> of(
      MarkedArticle marked, NumberedArticle.FirstNumbers numbers, int wanted, Scans scans) {
    Article article = marked.article();
    List<Part> parts = article.positions().parts();
    if (article.positions().pages().stream().limit(MOST).noneMatch(scans::has)) {
      return List.of();
    }
    int inTitle = marked.title().marks().size();
    Map<Integer, List<NumberedBox>> boxes = new HashMap<>();
    MarkPlaces.boxes(article.positions(), marked.title(), marked.paragraphs())
        .forEach(
            box ->
                boxes
                    .computeIfAbsent(box.page(), _ -> new ArrayList<>())
                    .add(new NumberedBox(number(box.mark(), inTitle, numbers), box.box())));
    List<ScanDrawing> drawings = new ArrayList<>();
    for (int i : shown(parts.size(), boxes.keySet(), wanted - 1)) {
      if (parts.get(i) instanceof PrintedPage page && scans.has(page)) {
        List<NumberedBox> its = boxes.getOrDefault(i, List.of());
        drawings.add(ScanDrawing.of(article.id(), i + 1, page, its));
      }
    }
    return drawings;
  }

  /** The indexes of the pages to draw. */
  private static NavigableSet<Integer> shown(int parts, Set<Integer> matched, int wanted) {
    NavigableSet<Integer> shown = new TreeSet<>();
    boolean isWanted = wanted >= 0 && wanted < parts;
    int from = isWanted ? wanted : 0;
    if (isWanted) {
      shown.add(wanted);
    }
    List<Integer> onwards =
        IntStream.concat(IntStream.range(from, parts), IntStream.range(0, from)).boxed().toList();
    Stream.concat(onwards.stream().filter(matched::contains), onwards.stream())
        .filter(i -> i < parts)
        .takeWhile(_ -> shown.size() < MOST)
        .filter(i -> parts <= MOST || matched.isEmpty() || matched.contains(i))
        .forEach(shown::add);
    return shown;
  }

  /** Whether one of the pages has a scan that is known and cannot be shown. */
  static boolean isUnshown(List<PrintedPage> pages, Scans scans) {
    return pages.stream().anyMatch(scans::isUnknownKind);
  }

  private static int number(int mark, int inTitle, NumberedArticle.FirstNumbers numbers) {
    return mark < inTitle ? numbers.title() + mark : numbers.body() + mark - inTitle;
  }
}
