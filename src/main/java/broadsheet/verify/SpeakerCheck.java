package broadsheet.verify;

/**
 * Compares the claimed speaker with the one that an article names.
 *
 * @param place the words in the article
 */
record SpeakerCheck(ComparedClaim place) {

  private static final int BEFORE = 120;
  private static final int AFTER = 90;

  /**
   * The furthest that a name stands before a quotation of somebody who is only called he or she, in
   * UTF-16 units.
   */
  private static final int BEFORE_A_PRONOUN = 700;

  /**
   * Whether the article may mean this speaker: names them beside the words, or before a pronoun.
   */
  boolean supports(String claimed) {
    if (SpeakerName.significant(claimed).isEmpty()) {
      return true;
    }
    ArticleText article = place.article();
    String text = article.words().text();
    int start = article.words().all().get(place.start()).start();
    int end = article.words().all().get(place.end() - 1).end();
    Attribution said = Attribution.of(text, start, end);
    if (said.isBeside() && SpeakerName.isSame(claimed, said.speaker())) {
      return true;
    }
    String near =
        text.substring(Math.max(0, start - BEFORE), start)
            + " | "
            + text.substring(end, Math.min(text.length(), end + AFTER));
    if (SpeakerName.isNamed(claimed, near)) {
      return true;
    }
    return !said.isBeside()
        && SpeakerName.isNamed(
            claimed, text.substring(Math.max(0, start - BEFORE_A_PRONOUN), start));
  }
}
