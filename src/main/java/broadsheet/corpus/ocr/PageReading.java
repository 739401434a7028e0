package broadsheet.corpus.ocr;

import java.util.ArrayList;
import java.util.List;

/**
 * The base class of readers of OCR output: goes through one file tag by tag. A format says which
 * tag starts a page, and what its other tags add to the {@link #page}. Text outside of a page is
 * dropped. Use once.
 */
abstract class PageReading {
  final TagReader tags;

  /** Collects the words of the page that is open. */
  PageBuilder page = new PageBuilder();

  private final List<OcrPage> pages = new ArrayList<>();
  private boolean isInPage;

  PageReading(String text) {
    tags = new TagReader(text);
  }

  /** Takes the start tag that the reader is at, or an empty element. */
  abstract void start();

  /** Takes the end tag that the reader is at. */
  abstract void end();

  /** Whether a file that has an end tag of this name is not cut off. */
  abstract boolean isLastEnd(String name);

  /** The page that is open, with all that was collected. */
  abstract OcrPage finished(boolean isCutOff);

  /** Adds a word that is not complete yet to the page, because the page ends. */
  void flush() {}

  /** The pages, in order; none if there is no page in the text. */
  final List<OcrPage> all() {
    boolean isWhole = false;
    while (tags.next()) {
      if (tags.isStart()) {
        start();
      } else {
        isWhole |= isLastEnd(tags.name());
        end();
      }
    }
    endPage(!isWhole);
    return pages;
  }

  /** Starts a page; one that is open is cut off. */
  final void startPage(double width, double height) {
    endPage(true);
    isInPage = true;
    page = new PageBuilder().size(width, height);
  }

  final void endPage(boolean isCutOff) {
    flush();
    if (isInPage) {
      pages.add(finished(isCutOff));
    }
    isInPage = false;
  }

  final boolean isInPage() {
    return isInPage;
  }

  /** A length or position in an attribute of the tag; 0 if there is none. */
  final double number(String attribute) {
    return Measures.number(tags.attribute(attribute));
  }
}
