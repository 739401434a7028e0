package broadsheet.corpus.office;

/** The state of a group in RTF. A group starts with the state of the one around it. */
final class RtfGroup {
  boolean isLeftOut;
  boolean isHidden;
  boolean isDeleted;

  /**
   * The destination of the text: the word that began a note, a property or a table; empty for the
   * body.
   */
  String target = "";

  int font;

  /** Number of characters after a Unicode character that repeat it for programs without Unicode. */
  int skippedPerUnicode = 1;

  RtfGroup() {}

  RtfGroup(RtfGroup outer) {
    isLeftOut = outer.isLeftOut;
    isHidden = outer.isHidden;
    isDeleted = outer.isDeleted;
    target = outer.target;
    font = outer.font;
    skippedPerUnicode = outer.skippedPerUnicode;
  }

  boolean isShown() {
    return !isLeftOut && !isHidden && !isDeleted;
  }

  boolean isBody() {
    return target.isEmpty() && isShown();
  }

  boolean isNote() {
    return target.equals("footnote");
  }

  /** Sends the text to a note, a property or a table. Properties are only found in {@code info}. */
  void startTarget(String word) {
    boolean isProperty = word.equals("title") || word.equals("author") || word.equals("creatim");
    if (!isProperty || target.equals("info")) {
      target = word;
    }
  }
}
