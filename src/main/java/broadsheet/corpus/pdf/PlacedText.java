package broadsheet.corpus.pdf;

import broadsheet.article.WordPlace;
import broadsheet.corpus.text.CleanText;
import java.util.ArrayList;
import java.util.List;

/**
 * A text and the printed places of its words, which blanks separate. Immutable.
 *
 * @param words the number of words
 */
record PlacedText(String text, int words, List<WordPlace> places) {

  static PlacedText of(PdfParagraph paragraph) {
    return new PlacedText(paragraph.text(), count(paragraph.text()), paragraph.places().words());
  }

  /**
   * The words of a line.
   *
   * @param sheet the page it is on
   */
  static PlacedText of(Line line, Sheet sheet) {
    List<WordPlace> places = new ArrayList<>();
    int number = 0;
    for (Word word : line.words()) {
      int after = number + count(word.text());
      while (number < after) {
        places.add(new WordPlace(number++, 0, sheet.share(word.box())));
      }
    }
    return new PlacedText(line.text(), number, places);
  }

  /** This text and another as one. The last word of this and the first of that may become one. */
  PlacedText and(PlacedText after, String whole) {
    int all = count(whole);
    int ahead = all - after.words;
    List<WordPlace> both = new ArrayList<>(places);
    for (WordPlace place : after.places) {
      both.add(new WordPlace(place.word() + ahead, place.part(), place.place()));
    }
    return new PlacedText(whole, all, both);
  }

  /** Counts the words of a text. */
  static int count(String text) {
    int count = 0;
    boolean isInWord = false;
    for (int i = 0; i < text.length(); i++) {
      boolean isBlank = CleanText.isBlank(text.charAt(i));
      count += isBlank || isInWord ? 0 : 1;
      isInWord = !isBlank;
    }
    return count;
  }
}
