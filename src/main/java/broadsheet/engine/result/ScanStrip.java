package broadsheet.engine.result;

import broadsheet.article.Box;
import broadsheet.article.Positions;
import broadsheet.article.PrintedPage;
import broadsheet.engine.result.MarkPlaces.MarkBox;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The part of a scan that shows the most matches of an article. Immutable.
 *
 * @param number the number of the page among those of the article, from 1
 * @param view the part of the page to show
 * @param marks the matches in it
 */
public record ScanStrip(int number, PrintedPage page, Box view, List<Box> marks) {
  /** The parts of a page's width and height that are shown. */
  private static final double WIDTH = 0.5;

  private static final double HEIGHT = 0.08;

  /** The most boxes that a strip is chosen from. */
  private static final int MOST_BOXES = 200;

  public ScanStrip {
    marks = List.copyOf(marks);
  }

  /** The best strip of the pages that have a scan; empty if none has a match. */
  static Optional<ScanStrip> of(Positions positions, List<MarkBox> boxes) {
    List<MarkBox> shown =
        boxes.stream().filter(box -> isScanned(positions, box)).limit(MOST_BOXES).toList();
    return shown.stream()
        .map(anchor -> around(anchor, (PrintedPage) positions.parts().get(anchor.page()), shown))
        .max(Comparator.comparingInt((ScanStrip strip) -> strip.marks().size()));
  }

  private static boolean isScanned(Positions positions, MarkBox box) {
    return positions.parts().get(box.page()) instanceof PrintedPage page && page.hasImage();
  }

  private static ScanStrip around(MarkBox anchor, PrintedPage page, List<MarkBox> all) {
    Box box = anchor.box();
    double middle = box.left() + box.width() / 2;
    double left = Math.clamp(middle - WIDTH / 2, 0, 1 - WIDTH);
    double top = Math.clamp(box.top() - HEIGHT / 4, 0, 1 - HEIGHT);
    Box view = new Box(left, top, WIDTH, Math.max(HEIGHT, Math.min(1 - top, box.height() * 2)));
    List<Box> inside =
        all.stream()
            .filter(other -> other.page() == anchor.page() && isIn(view, other.box()))
            .map(MarkBox::box)
            .toList();
    return new ScanStrip(anchor.page() + 1, page, view, inside);
  }

  private static boolean isIn(Box view, Box box) {
    return box.left() >= view.left()
        && box.right() <= view.right()
        && box.top() >= view.top()
        && box.bottom() <= view.bottom();
  }
}
