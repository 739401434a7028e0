package broadsheet.compare;

/** Running totals of a comparison. Not thread-safe. */
final class Tally {

  private int more;
  private int fewer;
  private int changed;
  private boolean isOther;
  private boolean isCut;

  /** Counts the words between two counterparts, of the first text and of the second. */
  void add(int ofFirst, int ofSecond) {
    int both = Math.min(ofFirst, ofSecond);
    changed += both;
    fewer += ofFirst - both;
    more += ofSecond - both;
  }

  /** Notes a difference that may be no word, such as a punctuation mark. */
  void meetOther() {
    isOther = true;
  }

  /** Notes that something was not compared word by word. */
  void meetCut() {
    isCut = true;
  }

  Difference difference() {
    return new Difference(more, fewer, changed, !isOther, !isCut);
  }
}
