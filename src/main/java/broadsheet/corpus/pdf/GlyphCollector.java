package broadsheet.corpus.pdf;

import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Collects the glyphs of a page that are printed in its main direction. Text across it, such as a
 * stamp in the margin, is left out. Not thread-safe.
 */
final class GlyphCollector extends PDFTextStripper {
  /** A page with more is no page of text. */
  private static final int MOST = 400_000;

  /** Ligatures, and the forms that Arabic letters have in their words. */
  private static final Pattern LIGATURE = Pattern.compile("[\ufb00-\ufdff\ufe70-\ufefc]");

  private final Map<Float, List<Glyph>> byDirection = new HashMap<>();
  private final List<Glyph> run = new ArrayList<>();
  private float runDirection;
  private int count;

  /**
   * The glyphs of a page.
   *
   * @param direction in which they are printed, in degrees: 0, 90, 180 or 270
   */
  record Glyphs(List<Glyph> all, int direction) {}

  /** The glyphs of a page; if there are none, in the direction in which it is shown. */
  static Glyphs of(PDPage page) throws IOException {
    GlyphCollector collector = new GlyphCollector();
    collector.setSortByPosition(false);
    if (page.hasContents()) {
      collector.output = Writer.nullWriter();
      collector.processPage(page);
      collector.endRun();
    }
    return collector.byDirection.entrySet().stream()
        .max(Comparator.comparingInt(entry -> entry.getValue().size()))
        .map(most -> new Glyphs(most.getValue(), Math.round(most.getKey())))
        .orElseGet(() -> new Glyphs(List.of(), page.getRotation()));
  }

  /** Beyond the limit the rest of a page is passed over, not interpreted. */
  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (count <= MOST) {
      super.processOperator(operator, operands);
    }
  }

  @Override
  public void showTextString(byte[] string) throws IOException {
    endRun();
    super.showTextString(string);
  }

  @Override
  public void showTextStrings(COSArray array) throws IOException {
    endRun();
    super.showTextStrings(array);
  }

  /** Takes the glyphs that one operator printed. */
  private void endRun() {
    if (!run.isEmpty()) {
      byDirection
          .computeIfAbsent(runDirection, direction -> new ArrayList<>())
          .addAll(LetterSpacing.without(run));
      run.clear();
    }
  }

  /** Some fonts state no blank, or an absurd one. */
  private static double space(TextPosition position) {
    double space = position.getWidthOfSpace();
    return Double.isFinite(space) && space > 0 ? space : 0;
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    String text = position.getUnicode();
    if (text == null || text.isEmpty() || ++count > MOST) {
      return;
    }
    double size = Math.abs(position.getYScale());
    boolean isSound =
        size > 0.5
            && size < 5_000
            && Float.isFinite(position.getXDirAdj())
            && Float.isFinite(position.getYDirAdj())
            && Float.isFinite(position.getWidthDirAdj());
    if (isSound) {
      if (position.getDir() != runDirection) {
        endRun();
        runDirection = position.getDir();
      }
      run.add(
          new Glyph(
              LIGATURE.matcher(text).find() ? Normalizer.normalize(text, Form.NFKC) : text,
              position.getXDirAdj(),
              position.getYDirAdj(),
              Math.max(0, position.getWidthDirAdj()),
              size,
              space(position)));
    }
  }
}
