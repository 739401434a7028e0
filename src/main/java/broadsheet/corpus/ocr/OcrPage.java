package broadsheet.corpus.ocr;

import java.util.List;

/**
 * A page of OCR output. Immutable.
 *
 * @param width 0 if unknown
 * @param height in the unit of the width; 0 if unknown
 * @param image the name of the scanned file; empty if not stated
 * @param blocks in reading order
 * @param isCutOff whether the source ended before the page did
 */
public record OcrPage(
    int width, int height, String image, List<OcrBlock> blocks, boolean isCutOff) {
  public OcrPage {
    blocks = List.copyOf(blocks);
  }
}
