package broadsheet.compare;

/** What differs so far, in numbers. Not shared between threads. */
final class Tally {

  private int more;
  private int fewer;
  private int changed;
  private boolean isOther;
  private boolean isCut;

  /** Counts what stands between two counterparts: words of the first, and of the second. */
  void add(int ofFirst, int ofSecond) {
    int both = Math.min(ofFirst, ofSecond);
    changed += both;
    fewer += ofFirst - both;
    more += ofSecond - both;
  }

  /** Notes that something differs, if only a sign. */
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
