package broadsheet.corpus.ocr;

import broadsheet.corpus.ocr.OcrWord.Half;
import broadsheet.corpus.text.CleanText;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the pages of an ALTO file of any version, 1 to 4, with any prefix or namespace. Damage is
 * read over. Stateless.
 */
final class AltoPages {
  private AltoPages() {}

  /** The pages, in order; none if there is no page in the text. */
  static List<OcrPage> of(String alto) {
    return new Reading(alto).all();
  }

  /** The reading of one file. */
  private static final class Reading {
    private final TagReader tags;
    private final List<OcrPage> pages = new ArrayList<>();
    private PageBuilder page = new PageBuilder();
    private boolean isInPage;
    private int number;
    private String image = "";

    Reading(String alto) {
      tags = new TagReader(alto);
    }

    List<OcrPage> all() {
      boolean isWhole = false;
      while (tags.next()) {
        if (tags.isStart()) {
          start();
        } else {
          isWhole |= tags.isEnd("alto") || tags.isEnd("ALTO");
          end();
        }
      }
      endPage(!isWhole);
      return pages;
    }

    private void start() {
      switch (tags.name()) {
        case "Page" -> startPage();
        case "TextBlock" -> page.startBlock(tags.attribute("ID"));
        case "ComposedBlock" -> {
          if (!tags.isEmptyElement()) {
            page.startGroup(tags.attribute("ID"));
          }
        }
        case "String" -> word();
        case "HYP" -> page.hyphen();
        case "TextLine" -> page.endLine();
        default -> {}
      }
    }

    private void end() {
      switch (tags.name()) {
        case "fileName" -> image = CleanText.line(tags.textBefore());
        case "TextLine" -> page.endLine();
        case "TextBlock" -> page.endBlock();
        case "ComposedBlock" -> page.endGroup();
        case "Page" -> endPage(false);
        default -> {}
      }
    }

    private void startPage() {
      endPage(true);
      isInPage = true;
      number = (int) Measures.number(tags.attribute("PHYSICAL_IMG_NR"));
      page = new PageBuilder().size(number("WIDTH"), number("HEIGHT"));
    }

    private void endPage(boolean isCutOff) {
      if (isInPage) {
        pages.add(page.page(Math.max(0, number), image, isCutOff));
      }
      isInPage = false;
    }

    private void word() {
      if (!isInPage) {
        return;
      }
      String whole = CleanText.line(tags.attribute("SUBS_CONTENT"));
      Half half = half(tags.attribute("SUBS_TYPE"));
      float confidence = Measures.confidence(tags.attribute("WC"));
      page.word(
          tags.attribute("ID"),
          tags.attribute("CONTENT"),
          half,
          half == Half.NEITHER || whole.indexOf(' ') >= 0 ? "" : whole,
          new SourceRectangle(number("HPOS"), number("VPOS"), number("WIDTH"), number("HEIGHT")),
          confidence,
          false);
    }

    private static Half half(String type) {
      return switch (type) {
        case "HypPart1" -> Half.FIRST;
        case "HypPart2" -> Half.SECOND;
        default -> Half.NEITHER;
      };
    }

    private double number(String attribute) {
      return Measures.number(tags.attribute(attribute));
    }
  }
}
