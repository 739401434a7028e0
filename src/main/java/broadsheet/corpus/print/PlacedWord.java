package broadsheet.corpus.print;

import broadsheet.article.Box;
import java.util.ArrayList;
import java.util.List;

/** A word of an article's text with the places where it, or its halves, are printed. */
final class PlacedWord {

  /**
   * A place on a page.
   *
   * @param page its index among the pages of the issue
   */
  record Spot(int page, Box box) {}

  private String text;
  private final List<Spot> spots = new ArrayList<>(1);

  PlacedWord(String text, Spot spot) {
    this.text = text;
    spots.add(spot);
  }

  String text() {
    return text;
  }

  List<Spot> spots() {
    return spots;
  }

  /** Appends the print right beside it. */
  void append(String more, Spot spot) {
    text += more;
    Spot last = spots.removeLast();
    spots.add(new Spot(last.page(), last.box().and(spot.box())));
  }

  /** Continues on another line. */
  void continueAs(String whole, Spot spot) {
    text = whole;
    spots.add(spot);
  }
}
