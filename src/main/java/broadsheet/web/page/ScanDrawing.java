package broadsheet.web.page;

import broadsheet.address.ArticleAddress;
import broadsheet.article.Box;
import broadsheet.article.PrintedPage;
import broadsheet.engine.result.ScanStrip;
import broadsheet.scan.draw.PageRegion;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A scan, or a part of one, with boxes drawn on it, in the numbers of an SVG image. The page is
 * {@value #WIDTH} wide.
 *
 * @param src the address of the scan
 * @param label the page number as printed
 * @param description its content, for screen readers
 * @param view the part to show
 * @param marks the boxes
 */
public record ScanDrawing(
    String src, String label, String description, View view, List<MarkDrawing> marks) {
  static final int WIDTH = 1000;

  /** The usual shape of a newspaper's page, used if the shape of a page is not known. */
  public static final double USUAL_SHAPE = 1.4;

  /** Boxes are drawn a little larger than the words. */
  private static final int MARGIN = 2;

  /**
   * A box.
   *
   * @param number that of the match it belongs to on the article's page, from 1; 0 if it has none
   */
  public record MarkDrawing(int number, int x, int y, int width, int height) {}

  /** A numbered box on a page. */
  public record NumberedBox(int number, Box box) {}

  /** A part of a page. */
  public record View(int x, int y, int width, int height) {
    @Override
    public String toString() {
      return x + " " + y + " " + width + " " + height;
    }
  }

  /**
   * A whole page.
   *
   * @param number the number of the page among those of the article, from 1
   */
  public static ScanDrawing of(
      String article, int number, PrintedPage page, List<NumberedBox> boxes) {
    Drawing drawing = new Drawing(page);
    List<MarkDrawing> marks = boxes.stream().map(drawing::mark).toList();
    String marked = boxes.isEmpty() ? "" : ", with the matches marked";
    return new ScanDrawing(
        ArticleAddress.scan(article, number),
        page.label(),
        "Scan of page " + page.label() + marked,
        new View(0, 0, WIDTH, drawing.height()),
        marks);
  }

  /** The address of the image that is drawn, which is smaller than the scan. */
  public String drawn() {
    return src.contains("?") ? src : src + "?size=medium";
  }

  /** The same in the size of a list of pages. */
  public ScanDrawing small() {
    return new ScanDrawing(src + "?size=small", label, description, view, marks);
  }

  /** The strip of a hit. */
  public static ScanDrawing of(String article, ScanStrip strip) {
    PrintedPage page = strip.page();
    Drawing drawing = new Drawing(page);
    View view = drawing.view(strip.view());
    return new ScanDrawing(
        ArticleAddress.scan(article, strip.number()) + "?size=strip&region=" + drawing.region(view),
        page.label(),
        "Part of the scan of page " + page.label() + ", with the matches marked",
        view,
        IntStream.range(0, strip.marks().size())
            .mapToObj(i -> drawing.mark(new NumberedBox(0, strip.marks().get(i))))
            .toList());
  }

  /** Turns shares of a page into numbers of the drawing. */
  private record Drawing(int height) {
    Drawing(PrintedPage page) {
      this(
          page.width() > 0 && page.height() > 0
              ? Math.clamp((long) WIDTH * page.height() / page.width(), WIDTH / 10, WIDTH * 10)
              : (int) (WIDTH * USUAL_SHAPE));
    }

    /** A box as drawn, within the page. */
    View view(Box box) {
      MarkDrawing drawn = box(0, box);
      return new View(
          drawn.x(),
          drawn.y(),
          Math.min(drawn.width(), WIDTH - drawn.x()),
          Math.min(drawn.height(), height - drawn.y()));
    }

    PageRegion region(View view) {
      return new PageRegion(
          100.0 * view.x() / WIDTH,
          100.0 * view.y() / height,
          100.0 * view.width() / WIDTH,
          100.0 * view.height() / height);
    }

    MarkDrawing mark(NumberedBox numbered) {
      MarkDrawing box = box(numbered.number(), numbered.box());
      return new MarkDrawing(
          box.number(),
          box.x() - MARGIN,
          box.y() - MARGIN,
          box.width() + 2 * MARGIN,
          box.height() + 2 * MARGIN);
    }

    MarkDrawing box(int number, Box box) {
      return new MarkDrawing(
          number,
          (int) Math.round(box.left() * WIDTH),
          (int) Math.round(box.top() * height),
          (int) Math.round(box.width() * WIDTH),
          (int) Math.round(box.height() * height));
    }
  }
}
