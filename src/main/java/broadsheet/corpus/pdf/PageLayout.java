package broadsheet.corpus.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Finds the paragraphs of a page from the printed places of its glyphs. */
final class PageLayout {
  private PageLayout() {}

  /**
   * Reads a page.
   *
   * @param hyphens learns from it
   */
  static PdfPage page(PDPage page, int number, Hyphens hyphens) throws IOException {
    PDRectangle crop = page.getCropBox();
    GlyphCollector.Glyphs glyphs = GlyphCollector.of(page);
    boolean isAcross = glyphs.direction() % 180 != 0;
    double width = isAcross ? crop.getHeight() : crop.getWidth();
    double height = isAcross ? crop.getWidth() : crop.getHeight();
    int turns = Math.floorMod(page.getRotation() - glyphs.direction(), 360) / 90;
    return page(glyphs.all(), number, new Sheet(width, height, turns), hyphens);
  }

  static PdfPage page(List<Glyph> glyphs, int number, Sheet sheet, Hyphens hyphens) {
    List<Word> words = WordFinder.words(glyphs);
    List<TextBlock> blocks = ReadingOrder.of(TableRows.blocks(Line.lines(words)));
    hyphens.learn(blocks);
    return new PdfPage(
        number, sheet, columns(blocks), PageText.paragraphs(blocks, sheet, hyphens), true);
  }

  /** The largest number of blocks of running text beside each other. */
  private static int columns(List<TextBlock> blocks) {
    List<TextBlock> running = new ArrayList<>();
    for (TextBlock block : blocks) {
      if (block.lines().size() >= 4 && !block.isTable()) {
        running.add(block);
      }
    }
    int most = 1;
    for (TextBlock block : running) {
      double middle = block.box().middle();
      long beside =
          running.stream()
              .filter(other -> other.box().top() <= middle && other.box().bottom() >= middle)
              .count();
      most = (int) Math.max(most, Math.min(beside, 20));
    }
    return most;
  }
}
