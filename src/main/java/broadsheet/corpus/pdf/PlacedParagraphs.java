package broadsheet.corpus.pdf;

import broadsheet.article.WordPlace;
import broadsheet.article.WordPlaces;
import broadsheet.corpus.text.CleanText;
import java.util.ArrayList;
import java.util.List;

/** Cleans the texts of an article and numbers the places of their words. Not thread-safe. */
final class PlacedParagraphs {
  private final List<String> texts = new ArrayList<>();
  private final WordPlaces.Builder places = new WordPlaces.Builder();
  private int words;

  /** Adds the headline or a paragraph, in the order of the article, and returns its clean text. */
  String add(PdfParagraph paragraph) {
    String text = CleanText.line(paragraph.text());
    int count = PlacedText.count(text);
    boolean isSame = count == PlacedText.count(paragraph.text());
    for (WordPlace place : isSame ? paragraph.places() : WordPlaces.NONE) {
      places.add(new WordPlace(words + place.word(), place.part(), place.place()));
    }
    words += count;
    return text;
  }

  /** Adds a paragraph of the body. */
  void addText(PdfParagraph paragraph) {
    String text = add(paragraph);
    if (!text.isEmpty()) {
      texts.add(text);
    }
  }

  /** The texts of {@link #addText}. */
  List<String> texts() {
    return texts;
  }

  WordPlaces places() {
    return places.build();
  }
}
