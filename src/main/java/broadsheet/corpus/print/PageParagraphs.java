package broadsheet.corpus.print;

import broadsheet.article.WordPlace;
import broadsheet.article.WordPlaces;
import broadsheet.corpus.ocr.OcrBlock;
import broadsheet.corpus.ocr.OcrPage;
import java.util.ArrayList;
import java.util.List;

/** Makes the paragraphs of a recognized page that is a page of another document. Stateless. */
public final class PageParagraphs {

  /**
   * A paragraph. Immutable.
   *
   * @param places the places of its words, which blanks separate, as if the page were the first
   * @param isHeading whether it is a first block in larger type
   */
  public record PageParagraph(String text, WordPlaces places, boolean isHeading) {}

  private PageParagraphs() {}

  /** The paragraphs in reading order, hyphenated words joined. */
  public static List<PageParagraph> of(OcrPage page) {
    boolean isHeaded = LargeType.isHeading(page);
    List<OcrBlock> blocks = page.blocks();
    List<PageParagraph> paragraphs = new ArrayList<>();
    if (isHeaded) {
      add(blocks.subList(0, 1), true, paragraphs);
    }
    add(blocks.subList(isHeaded ? 1 : 0, blocks.size()), false, paragraphs);
    return paragraphs;
  }

  private static void add(List<OcrBlock> blocks, boolean isHeading, List<PageParagraph> to) {
    TextFlow flow = new TextFlow();
    blocks.forEach(block -> flow.add(block, 0));
    flow.paragraphs().forEach(words -> to.add(paragraph(words, isHeading)));
  }

  private static PageParagraph paragraph(List<PlacedWord> words, boolean isHeading) {
    WordPlaces.Builder places = new WordPlaces.Builder();
    int number = 0;
    for (PlacedWord word : words) {
      for (PlacedWord.Spot spot : word.spots()) {
        places.add(new WordPlace(number, 0, spot.box()));
      }
      number++;
    }
    return new PageParagraph(ScannedArticle.text(words), places.build(), isHeading);
  }
}
